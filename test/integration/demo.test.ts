// The demo shows what it says: each order, task and code that /orders names answers with its finding.
import { describe, expect, it } from 'vitest'
import { makeSandbox, memoryBook } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { diagnose, type Question } from '../../core/desk/lookups/diagnose.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { codeReference, numberReferences } from '../../core/redaction/door.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { type Demo, type DemoNote, demoDefault, seedDemo } from '../../core/replay/demo.ts'
import { chatContext } from '../fakes/chat-context.ts'

async function freshDemo(): Promise<{ demo: Demo; context: Context }> {
  const book = memoryBook()
  const { context, clock } = await chatContext()
  const sandbox = makeSandbox(book, clock)
  const live: Context = { ...context, channel: (name) => sandbox.channel(name) }
  return { demo: await seedDemo(live, book), context: live }
}

async function question(demo: Demo, context: Context, { label, about }: DemoNote): Promise<Question> {
  const { orders, codes, tasks } = demo.world
  const { keyring } = context
  const number = orders.get(label)?.number
  if (number !== undefined) {
    const accountId = (await context.store.read((r) => r.orders.byNumber(number)))?.accountId ?? ''
    return { about: about as 'payment', accountId, named: numberReferences(keyring, new Raw(number)) }
  }
  const code = codes.get(label)
  if (code) return { about: 'redeem', accountId: demoDefault(), code: codeReference(keyring, new Raw(code.text)) }
  return { about: 'task', accountId: demoDefault(), number: tasks.get(label) ?? '' }
}

describe('the demo', async () => {
  const { demo } = await freshDemo()

  it('shows at least 20 findings', () => {
    expect(new Set(demo.notes.map(({ finding }) => finding)).size).toBeGreaterThanOrEqual(20)
  })

  for (const note of demo.notes) {
    it(`${note.label} answers a question about ${note.about} with ${note.finding}`, async () => {
      const { demo: own, context } = await freshDemo()
      const verdict = await diagnose(context, await question(own, context, note))
      expect(verdict.finding).toBe(note.finding)
      expect(await brokenInvariants(context.store)).toEqual([])
      await context.store.close()
    })
  }

  it('answers the default account, who names nothing, with its paid and not credited order', async () => {
    const { context } = await freshDemo()
    const verdict = await diagnose(context, { about: 'payment', accountId: demoDefault() })
    expect(verdict.finding).toBe('credited-by-requery')
    await context.store.close()
  })
})
