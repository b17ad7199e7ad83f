// Accounts: who there is, what one holds, a new one, and its status. Personal data is shown masked.
import { openAccount, setAccountStatus } from '../../../core/desk/wallet/account.ts'
import type { Account } from '../../../core/domain/account.ts'
import { holdOf, walletOf } from '../../../core/domain/ledger.ts'
import { plus } from '../../../core/kit/clock.ts'
import { redact } from '../../../core/redaction/redact.ts'
import { say } from '../../../core/redaction/redacted.ts'
import { audited, type Desk } from '../desk.ts'
import { emailAddress, limit, personName, rowId, status, words } from '../shapes.ts'
import { done, failed, taken, verb } from '../verb.ts'
import { emailOf, nicknameOf, orderRow, timeOf, worth } from '../words.ts'

const PAGE = 500
const RECENT = 10

const headings = ['id', 'status', 'wallet', 'e-mail', 'nickname', 'since'] as const

const unknown = (verbName: string) =>
  failed(`${verbName}: there is no such account; list them with: npm run -s admin -- account list`)

async function rowsOf({ context }: Desk, accounts: readonly Account[]): Promise<string[][]> {
  const { keyring, policy, store } = context
  return store.read(async (r) => {
    const rows: string[][] = []
    for (const account of accounts) {
      const wallet = worth(await r.ledger.credit(walletOf(account.id)), policy.unitsPerYuan)
      const who = [emailOf(keyring, account), nicknameOf(keyring, account)]
      rows.push([account.id, account.status, wallet, ...who, timeOf(account.createdAt)])
    }
    return rows
  })
}

export const accountList = verb({
  name: 'account list',
  says: 'Every account, a line each that begins with its id.',
  example: 'account list',
  opens: 'reading',
  options: { limit: taken('<n>', 'stop after so many', limit(100_000)) },
  run: async (desk, _, { limit: most }) => {
    let after = ''
    for (let left = most; left > 0 && !(await desk.stopped()); left -= PAGE) {
      const page = await desk.context.store.read((r) => r.accounts.page(after, Math.min(PAGE, left)))
      await desk.list(headings, await rowsOf(desk, page))
      const last = page.at(-1)
      if (!last || page.length < PAGE) break
      after = last.id
    }
    return done
  },
})

export const accountShow = verb({
  name: 'account show',
  says: 'One account by its id or e-mail: what it holds, its newest orders, the codes it redeemed.',
  example: 'account show acc_0m1x2y3z4',
  opens: 'reading',
  argument: taken('<id|e-mail>', 'an id, or the whole e-mail address', emailAddress.or(rowId)),
  run: async (desk, named) => {
    const { store, keyring, policy, clock } = desk.context
    const found = await store.read(
      async (r) =>
        (await r.accounts.byId(named)) ?? (await r.accounts.byEmail(keyring.hash('email', named.trim().toLowerCase()))),
    )
    if (!found) return unknown('account show')
    const { id } = found
    const [hold, orders, codes] = await store.read(async (r) => [
      await r.ledger.credit(holdOf(id)),
      await r.orders.page(id, plus(clock.now(), 1), RECENT),
      await r.codes.redeemedBy(id, RECENT),
    ])
    const { unitsPerYuan } = policy
    await desk.list(headings, await rowsOf(desk, [found]))
    await desk.list(['id', '', 'worth'], [[id, 'on hold', worth(hold, unitsPerYuan)]])
    await desk.list(['id', 'number', '', 'amount', 'status', 'channel', 'ordered'], orders.map(orderRow))
    await desk.list(
      ['id', 'code', 'worth', 'redeemed'],
      codes.map((code) => [code.id, `****${code.tail}`, worth(code.units, unitsPerYuan), timeOf(code.redeemedAt)]),
    )
    return done
  },
})

export const accountCreate = verb({
  name: 'account create',
  says: 'Opens an account and prints its id alone. E-mail and nickname are sealed.',
  example: 'account create --email lily@example.com --nickname Lily',
  opens: 'writing',
  options: {
    id: taken('<id>', "the gateway's own id; otherwise one is made", rowId.optional()),
    email: taken('<address>', 'by which the account is found', emailAddress.optional()),
    nickname: taken('<name>', 'as the account calls itself', personName.optional()),
  },
  run: async (desk, _, { id: given, email, nickname }) => {
    const { store, keyring, ids, clock } = desk.context
    const id = given ?? ids.row('acc', clock.now())
    const taken = await store.read(async (r) => {
      if (await r.accounts.byId(id)) return 'id'
      const same =
        email === undefined ? undefined : await r.accounts.byEmail(keyring.hash('email', email.toLowerCase()))
      return same && 'e-mail address'
    })
    if (taken) return failed(`account create: there is an account with this ${taken} already`)
    await audited(
      desk,
      (context) => openAccount(context, { id, status: 'normal', email, nickname }),
      () => ({ action: 'account.create', subject: `account:${id}` }),
    )
    await desk.print(id)
    return done
  },
})

export const accountStatus = verb({
  name: 'account status',
  says: 'Suspends an account or makes it normal again.',
  example: "account status acc_0m1x2y3z4 --to suspended --reason 'chargeback'",
  opens: 'writing',
  argument: taken('<id>', "the account's id", rowId),
  options: {
    to: taken('<status>', 'normal or suspended', status),
    reason: taken('<words>', 'why, for the audit trail', words.optional()),
  },
  run: async (desk, id, { to, reason }) => {
    const account = await desk.context.store.read((r) => r.accounts.byId(id))
    if (!account) return unknown('account status')
    if (account.status === to) return failed(`account status: the account is ${to} already; nothing was changed`)
    await audited(
      desk,
      (context) => setAccountStatus(context, id, to),
      () => ({
        action: 'account.status',
        subject: `account:${id}`,
        detail: { to: to === 'normal' ? say`normal` : say`suspended`, reason: reason ? redact(reason).text : null },
      }),
    )
    await desk.list(headings, await rowsOf(desk, [{ ...account, status: to }]))
    return done
  },
})
