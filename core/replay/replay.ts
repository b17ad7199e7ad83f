// Replays a case: events, due work, the question, in that order at any one instant; then the line that is printed.
import { diagnose, type Question, type Verdict } from '../desk/lookups/diagnose.ts'
import { nextWorkAt, reconcile } from '../desk/payment/reconcile.ts'
import { brokenInvariants } from '../desk/wallet/verify.ts'
import { renderRefusal, type Said, variablesOfRefusal } from '../diagnosis/texts.ts'
import { policyWords } from '../diagnosis/words.ts'
import { walletOf } from '../domain/ledger.ts'
import type { Instant } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import { codeReference, numberReferences } from '../redaction/door.ts'
import { Raw } from '../redaction/raw.ts'
import { say } from '../redaction/redacted.ts'
import type { CaseFile } from './case-file.ts'
import { play, type Refused } from './events.ts'
import { fillPlaceholders } from './placeholder.ts'
import { makeWorld, type World } from './world.ts'

export type ReplayLine = {
  readonly name: string
  readonly file: string
  readonly finding: string
  readonly handoff: boolean
  readonly credited: { readonly [account: string]: number }
  readonly order_status: string | null
  readonly say: Said
  readonly next: Said
  readonly evidence: readonly string[]
  readonly labels: { readonly [label: string]: string }
  readonly refused: readonly { readonly event: number; readonly code: string; readonly message: Said }[]
  readonly invariants: 'ok' | readonly string[]
}

export type ReplayOptions = {
  /** Called after each event and after the answer: tests check the invariants there. */
  readonly watch?: (world: World) => Promise<void>
}

/** `file` is only named in the line. */
export async function replay(file: CaseFile, path: string, options: ReplayOptions = {}): Promise<ReplayLine> {
  const world = await makeWorld(file)
  try {
    const refused: ReplayLine['refused'][number][] = []
    for (const [index, event] of file.events.entries()) {
      await work(world, file, event.at, 'before')
      world.clock.set(event.at)
      const refusal = await play(world, event, file.events[index + 1])
      if (refusal) refused.push({ event: index, code: refusal.code, message: message(world, refusal) })
      await options.watch?.(world)
    }
    await work(world, file, file.now, 'until')
    world.clock.set(file.now)
    const verdict = await diagnose(world.context, question(world, file))
    await options.watch?.(world)
    return await line(world, file, path, verdict, refused)
  } finally {
    await world.close()
  }
}

/** Lets the reconciler work: what is due before `at`, or also what is due at it. */
async function work(world: World, file: CaseFile, at: Instant, edge: 'before' | 'until'): Promise<void> {
  if (file.reconciler === 'off') return
  for (;;) {
    const due = await nextWorkAt(world.context)
    if (due === undefined || due > at || (due === at && edge === 'before')) return
    if (due > world.clock.now()) world.clock.set(due)
    await reconcile(world.context)
  }
}

function message(world: World, { code, words }: Refused): Said {
  const given = { ...policyWords(world.context.policy), ...words }
  for (const name of variablesOfRefusal(code)) given[name] ??= say`-`
  return renderRefusal(code, given)
}

function question(world: World, { ask }: CaseFile): Question {
  const { keyring } = world.context
  const accountId = world.accounts.get(ask.account)
  invariant(accountId !== undefined, 'a case asks for an account that it does not have')
  const words = (text: string) => numberReferences(keyring, new Raw(text))
  switch (ask.about) {
    case 'payment': {
      const text = ask.order === undefined ? ask.order_text : world.numberOf(ask.order)
      if (text === undefined) return { about: 'payment', accountId }
      return { about: 'payment', accountId, named: words(fillPlaceholders(world, text)) }
    }
    case 'refund':
    case 'invoice':
      return { about: ask.about, accountId, named: words(world.numberOf(ask.order)) }
    case 'redeem':
      return { about: 'redeem', accountId, code: codeReference(keyring, new Raw(fillPlaceholders(world, ask.text))) }
    case 'task':
      return { about: 'task', accountId, number: world.taskOf(ask.task) }
  }
}

async function line(
  world: World,
  file: CaseFile,
  path: string,
  verdict: Verdict,
  refused: ReplayLine['refused'],
): Promise<ReplayLine> {
  const credited: { [account: string]: number } = {}
  for (const [label, id] of world.accounts) {
    credited[label] = Number(await world.context.store.read((r) => r.ledger.credit(walletOf(id))))
  }
  const broken = await brokenInvariants(world.context.store)
  return {
    name: file.name,
    file: path,
    finding: verdict.finding,
    handoff: verdict.handoff,
    credited,
    order_status: verdict.orderStatus,
    say: verdict.say,
    next: verdict.next,
    evidence: verdict.evidence,
    labels: labelsOf(world),
    refused,
    invariants: broken.length === 0 ? 'ok' : broken,
  }
}

const labelsOf = (world: World): { [label: string]: string } => ({
  ...Object.fromEntries([...world.orders].map(([label, { number }]) => [label, number])),
  ...Object.fromEntries([...world.codes].map(([label, { text }]) => [label, text])),
  ...Object.fromEntries(world.tasks),
})
