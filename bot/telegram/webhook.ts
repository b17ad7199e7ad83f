// The other way in: Telegram posts each update, and is told 200 only once it is committed.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { SECOND } from '../../core/kit/clock.ts'
import type { Secret } from '../../core/kit/secret.ts'
import type { Incoming, Reply, Route } from '../http/route.ts'
import type { Client, Signal } from './api.ts'
import { UPDATES } from './inbound.ts'
import type { Intake } from './intake.ts'

export type WebhookSettings = { readonly url: string; readonly secret: Secret }

/** A message with its formatting; nothing of Telegram's is longer. */
const MOST_BYTES = 1024 * 1024

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** In the same time whatever was sent. */
const isSecret = (given: string | undefined, secret: Secret): boolean =>
  timingSafeEqual(digest(given ?? ''), digest(secret.reveal()))

function readUpdate(body: Uint8Array): Update | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    const id = (read as { update_id?: unknown } | null)?.update_id
    return typeof id === 'number' && Number.isSafeInteger(id) ? (read as Update) : undefined
  } catch {
    return undefined
  }
}

/** `arrived`: from when on updates can be taken; until then the call waits, and is told to come again. */
export function webhookRoute({ secret }: WebhookSettings, intake: Intake, arrived: Promise<void>): Route {
  const handle = async ({ headers, body }: Incoming): Promise<Reply> => {
    if (!isSecret(headers['x-telegram-bot-api-secret-token'], secret)) return { status: 401 }
    const update = readUpdate(body)
    // Not Telegram's; a repeat would not make it better.
    if (!update) return { status: 400 }
    await arrived
    await intake.room()
    await intake.take(update)
    return { status: 200 }
  }
  return { method: 'POST', path: '/telegram', maxBytes: MOST_BYTES, maxMs: 20 * SECOND, handle }
}

/** `/telegram` stands at the end of the address whether or not the operator wrote it. */
export const webhookUrl = ({ url }: WebhookSettings): string => {
  const bare = url.replace(/\/+$/, '')
  return bare.endsWith('/telegram') ? bare : `${bare}/telegram`
}

export const setWebhook = (client: Client, settings: WebhookSettings, signal: Signal): Promise<boolean> =>
  client.api.raw.setWebhook(
    {
      url: webhookUrl(settings),
      secret_token: settings.secret.reveal(),
      allowed_updates: UPDATES,
      max_connections: 10,
    },
    signal,
  )
