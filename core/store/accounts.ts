// Accounts, the chat identities linked to them, and the one-time codes that link them.
import type { Account, AccountStatus } from '../domain/account.ts'
import type { Identity, LinkCode } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

type StoredAccount = Account & { readonly emailHash: string | null }

const account = table<StoredAccount>('account', {
  id: 'plain',
  status: 'plain',
  emailSealed: 'plain',
  emailHash: 'plain',
  nicknameSealed: 'plain',
  createdAt: 'plain',
})
const insertAccount = account.inserter()
const identity = table<Identity>('identity', {
  id: 'plain',
  platform: 'plain',
  userHash: 'plain',
  accountId: 'plain',
  linkedAt: 'plain',
})
const insertIdentity = identity.inserter()
const linkCode = table<LinkCode>('link_code', {
  hash: 'plain',
  accountId: 'plain',
  expiresAt: 'plain',
  usedAt: 'plain',
})
const insertLinkCode = linkCode.inserter()

const byId = account.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const byEmail = account.one('byEmail', (q, p: { emailHash: string }) => q.where('email_hash', '=', p.emailHash))
const page = account.many('page', (q, p: { after: string; limit: number }) =>
  q.where('id', '>', p.after).orderBy('id').limit(p.limit),
)
const identityOf = identity.one('of', (q, p: { platform: string; userHash: string }) =>
  q.where('platform', '=', p.platform).where('user_hash', '=', p.userHash),
)
const identitiesOf = identity.many('ofAccount', (q, p: { accountId: string; limit: number }) =>
  q.where('account_id', '=', p.accountId).orderBy('linked_at', 'desc').limit(p.limit),
)
const linkCodeOf = linkCode.one('of', (q, p: { hash: string }) => q.where('hash', '=', p.hash))
const setStatus = query<{ id: string; status: AccountStatus }>('account.setStatus', (db, p) =>
  db.updateTable('account').set({ status: p.status }).where('id', '=', p.id),
)
const useLinkCode = query<{ hash: string; at: Instant }>('link_code.use', (db, p) =>
  db.updateTable('link_code').set({ used_at: p.at }).where('hash', '=', p.hash),
)
const unlink = query<{ platform: string; userHash: string }>('identity.unlink', (db, p) =>
  db.deleteFrom('identity').where('platform', '=', p.platform).where('user_hash', '=', p.userHash),
)

export const accountReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  byEmail: (emailHash: string) => byEmail(c, { emailHash }),
  /** Ordered by id; `after` is the last id of the page before. */
  page: (after: string, limit: number) => page(c, { after, limit }),
  identity: (platform: string, userHash: string) => identityOf(c, { platform, userHash }),
  /** The chats that may see an account, last linked first; at most ten. */
  identities: (accountId: string) => identitiesOf(c, { accountId, limit: 10 }),
  linkCode: (hash: string) => linkCodeOf(c, { hash }),
})

export const accountWriter = (c: Connection) => ({
  ...accountReader(c),
  insert: (row: StoredAccount) => insertAccount(c, row),
  setStatus: async (id: string, status: AccountStatus) => void (await setStatus(c, { id, status })),
  insertLinkCode: (row: LinkCode) => insertLinkCode(c, row),
  useLinkCode: async (hash: string, at: Instant) => void (await useLinkCode(c, { hash, at })),
  /** An identity sees one account at a time; linking again moves it. */
  link: async (row: Identity) => {
    await unlink(c, row)
    await insertIdentity(c, row)
  },
})
