// Methods by which the bot gets its updates: polling, or a webhook.
import { z } from 'zod'
import { type Methods, method } from '../method.ts'
import { bad, breach, conflict } from '../refusal.ts'

const WEBHOOK_ACTIVE = `can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first`
const LONGEST_POLL_S = 50

const kinds = z.array(z.string()).optional()

export const receivingMethods: Methods = {
  getUpdates: method(
    { offset: z.int().optional(), limit: z.int().optional(), timeout: z.int().optional(), allowed_updates: kinds },
    (given, { world, gone }) => {
      if (world.webhook.url !== '') throw conflict(WEBHOOK_ACTIVE)
      world.updates.allow(given.allowed_updates)
      const limit = Math.min(Math.max(given.limit ?? 100, 1), 100)
      const timeoutS = Math.min(Math.max(given.timeout ?? 0, 0), LONGEST_POLL_S)
      return world.updates.poll(given.offset ?? 0, limit, timeoutS, gone)
    },
  ),
  setWebhook: method(
    {
      url: z.string(),
      certificate: z.string().optional(),
      ip_address: z.string().optional(),
      max_connections: z.int().min(1).max(100).optional(),
      allowed_updates: kinds,
      drop_pending_updates: z.boolean().optional(),
      secret_token: z.string().optional(),
    },
    (given, { world }) => {
      const secret = given.secret_token
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret))
        throw breach('secret token contains unallowed characters')
      // The real server wants HTTPS; on loopback a test has no certificate.
      if (given.url !== '' && !/^https?:\/\//.test(given.url)) throw bad('bad webhook: invalid webhook URL specified')
      world.updates.allow(given.allowed_updates)
      if (given.drop_pending_updates) world.updates.drop()
      if (given.url !== '') world.updates.interrupt('terminated by setWebhook request')
      world.webhook.set(given.url, secret)
      return true
    },
  ),
  deleteWebhook: method({ drop_pending_updates: z.boolean().optional() }, (given, { world }) => {
    if (given.drop_pending_updates) world.updates.drop()
    world.webhook.set('', undefined)
    return true
  }),
  getWebhookInfo: method({}, (_, { world }) => ({
    url: world.webhook.url,
    has_custom_certificate: false,
    pending_update_count: world.updates.unconfirmed.length,
    max_connections: 40,
    allowed_updates: world.updates.allowed,
    ...world.webhook.lastError,
  })),
}
