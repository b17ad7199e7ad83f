// The ledger: proved as a whole over the real file, and read as the statement of one account.
import { reverse } from '../../../core/desk/wallet/reverse.ts'
import { brokenInvariants } from '../../../core/desk/wallet/verify.ts'
import { walletOf } from '../../../core/domain/ledger.ts'
import { redact } from '../../../core/redaction/redact.ts'
import { invariantChecks } from '../../../core/store/invariants.ts'
import type { Store } from '../../../core/store/open.ts'
import { walkAudit } from '../audit-chain.ts'
import { audited, type Desk } from '../desk.ts'
import { limit, rowId, secondPerson, words } from '../shapes.ts'
import { done, failed, faults, taken, verb } from '../verb.ts'
import { timeOf, worth } from '../words.ts'

class Stopped extends Error {}

/** A store that ends between two statements when it is asked to. */
const interruptible = ({ context: { store }, stopped }: Desk): Store => ({
  ...store,
  sql: async (sql, ...values) => {
    if (await stopped()) throw new Stopped()
    return store.sql(sql, ...values)
  },
})

export const ledgerVerify = verb({
  name: 'ledger verify',
  says: 'Checks every invariant of money and the chain of the audit trail over the whole file.',
  example: 'ledger verify',
  opens: 'reading',
  run: async (desk) => {
    const bar = desk.progress('ledger verify', invariantChecks.length + 1)
    try {
      const store = interruptible(desk)
      const broken = [...(await brokenInvariants(store, bar.to))]
      const audit = await walkAudit(desk.context.store, async () => {
        if (await desk.stopped()) throw new Stopped()
      })
      bar.to(invariantChecks.length + 1)
      bar.end()
      if (audit.broken !== undefined) broken.push(`audit chain: broken at row ${audit.broken}`)
      if (broken.length > 0) {
        await desk.print(...broken.map((name) => `broken  ${name}`))
        desk.note(
          'ledger verify: stop the bot, keep a copy of the file, and look at the rows before anything is paid out',
        )
        return faults
      }
      await desk.print(`ok  ${invariantChecks.length} invariants hold, ${audit.rows} audit rows are unbroken`)
      return done
    } catch (error) {
      if (error instanceof Stopped) return failed('ledger verify: stopped before the end; run it again')
      throw error
    } finally {
      bar.end()
    }
  },
})

export const ledgerShow = verb({
  name: 'ledger show',
  says: 'The statement of one wallet, newest first, behind a line with its balance.',
  example: 'ledger show --account acc_0m1x2y3z4',
  opens: 'reading',
  options: {
    account: taken('<id>', 'whose wallet', rowId),
    limit: taken('<n>', 'so many lines at most (50)', limit(50)),
  },
  run: async ({ context: { store, policy }, list }, _, { account, limit: most }) => {
    const wallet = walletOf(account)
    const [known, balance, lines] = await store.read(async (r) => [
      await r.accounts.byId(account),
      await r.ledger.credit(wallet),
      await r.ledger.statement(wallet, most),
    ])
    if (!known) return failed('ledger show: there is no such account; list them with: npm run -s admin -- account list')
    const { unitsPerYuan } = policy
    await list(['id', 'balance', 'units'], [[account, worth(balance, unitsPerYuan), String(balance)]])
    await list(
      ['id', 'when', 'change', 'units', 'kind'],
      lines.map(({ txId, at, change, kind }) => {
        const sign = change > 0n ? '+' : ''
        return [txId, timeOf(at), sign + worth(change, unitsPerYuan), `${sign}${change}`, kind]
      }),
    )
    return done
  },
})

const refusals = {
  'no-transaction': 'there is no such transaction; ledger show lists those of an account',
  'not-reversible': 'only a wrong charge (usage, plan) is corrected here; orders and tasks have their own refunds',
  'reversed-before': 'this transaction was corrected before; nothing was changed',
  'needs-second-person': 'a correction needs two people: --second NAME, another than --by NAME',
} as const

export const ledgerReverse = verb({
  name: 'ledger reverse',
  says: 'Corrects a wrong charge by its exact opposite, once; needs a reason and a second person.',
  example: 'ledger reverse tx_0m1x2y3z4 --second wang --reason "charged twice by the gateway"',
  opens: 'writing',
  argument: taken('<tx>', "the transaction's id", rowId),
  options: {
    second: taken('<name>', 'who else looked at it', secondPerson),
    reason: taken('<words>', 'why', words),
  },
  run: async (desk, txId, { second, reason }) => {
    const { text } = redact(reason)
    const wanted = { txId, reason: text, by: desk.by, second }
    const reversed = await audited(
      desk,
      (context) => reverse(context, wanted),
      (result) =>
        result.ok
          ? { action: 'ledger.reverse', subject: `ledger_tx:${txId}`, detail: { second, reason: text } }
          : undefined,
    )
    if (!reversed.ok) return failed(`ledger reverse: ${refusals[reversed.error]}`)
    await desk.print(reversed.value)
    return done
  },
})
