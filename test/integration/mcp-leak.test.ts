// Nothing leaks through the MCP server: canaries in every column, three subjects, hostile arguments, and every way out looked at.

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchange } from '../../mcp-server/server.ts'
import { makeSession } from '../../mcp-server/session.ts'
import { tools } from '../../mcp-server/tools/index.ts'
import { dice, guess, type Pool } from '../mcp/caller.ts'
import { canaryIn, MARK, marked, markedNumber, masksIn, plantCanaries, privateIn, type Spoiled } from '../mcp/canary.ts'
import { type Counter, callerFor, openCounter } from '../mcp/counter.ts'
import { hostileTexts, hostileValues } from '../mcp/hostile.ts'

const CALLS = Number(process.env.DAOZHANG_MCP_CALLS ?? 100_000)
/** Messages over the protocol itself, beside the calls. */
const WIRE = 3_000
const PEOPLE = ['mei', 'daniel', 'sofia'] as const
/** The mask in our own examples. */
const EXAMPLES = new Set(['****7K2M'])

let counter: Counter
let spoiled: Spoiled
let pool: Pool
const masks = new Map<string, Set<string>>()

type Row = { readonly id: string; readonly account: string }
function rows(sql: string): readonly Row[] {
  const db = new Database(counter.path, { readonly: true })
  const found = db.prepare(sql).all() as Row[]
  db.close()
  return found
}

beforeAll(async () => {
  counter = await openCounter(undefined, (path) => {
    spoiled = plantCanaries(path, PEOPLE)
  })
  const orders = rows('select number as id, account_id as account from orders')
  for (const { id, account } of orders) masks.set(account, (masks.get(account) ?? new Set()).add(`****${id.slice(-4)}`))
  const handles: string[] = []
  const cursors: string[] = ['c_AAAAAAAAAAAAAAAAAAAAAA']
  for (const who of PEOPLE) {
    const list = await counter.ask(marked(who), 'list_recharges', {
      since: '2026-10-01',
      until: '2026-11-21',
      limit: 3,
    })
    handles.push(...(list.items as { handle: string }[]).map(({ handle }) => handle))
    if (list.next_cursor) cursors.push(String(list.next_cursor))
  }
  pool = {
    orders: [
      ...orders.map(({ id }) => id),
      ...orders.map(({ id }) => id.toLowerCase()),
      ...handles,
      'DZ20261121000000000000',
      'DZ1',
      '',
    ],
    refunds: [...rows('select id, account_id as account from refund').map(({ id }) => id), 'rfd_none'],
    invoices: ['inv_none', ...rows('select id, account_id as account from invoice').map(({ id }) => id)],
    tickets: ['100', '101', '102', '#100', '999', '1'],
    tails: [...counter.codes.values()].map((code) => code.slice(-4)),
    cursors,
  }
})
afterAll(() => counter.close())

const shape = tools.map(({ name, input }) => ({
  name,
  takes: Object.keys(input.shape),
  needs: Object.entries(input.shape).flatMap(([key, field]) => (field.safeParse(undefined).success ? [] : [key])),
}))

describe('with canaries everywhere', () => {
  it('they stand in every table, and the check sees one in each form', () => {
    expect(spoiled.tables).toBeGreaterThan(30)
    expect(spoiled.columns).toBeGreaterThan(200)
    expect(spoiled.bare).toEqual([])
    const secretWord = `${MARK}ABCDEF`
    for (const leak of [
      `see ${secretWord} here`,
      [...secretWord].reverse().join(''),
      Buffer.from(secretWord).toString('hex'),
      Buffer.from(secretWord).toString('base64'),
      Buffer.from(`x${secretWord}`).toString('base64'),
      Buffer.from(`xy${secretWord}`).toString('base64'),
      [...secretWord].join('-'),
      [...secretWord].join('\u200b'),
      secretWord.toLowerCase(),
    ]) {
      expect(canaryIn(leak), leak).toBeDefined()
    }
    expect(canaryIn('an ordinary answer, ****7K2M, ¥50')).toBeUndefined()
  })

  it('the lookups still work: the file is spoiled, not broken', async () => {
    const mine = await counter.ask(marked('mei'), 'get_order_status', {
      order_ref: markedNumber(counter.numbers.get('m1') ?? ''),
    })
    expect(mine).toMatchObject({ found: true, order: { status: 'Completed', amount: '¥100' } })
    expect(await counter.ask(marked('mei'), 'get_ticket_status', { ticket_ref: '100' })).toMatchObject({
      found: true,
      topic: 'other',
    })
  })

  it(`no canary, no foreign row, no id and no crash in ${CALLS.toLocaleString('en')} calls with random and hostile arguments`, async () => {
    const random = dice(20_261_121)
    const subjects = [...PEOPLE.map(marked), 'support']
    const leaks: string[] = []
    const outcomes = { answered: 0, found: 0, refused: 0 }
    const foreign = (who: string, text: string): string | undefined =>
      who === 'support' ? undefined : masksIn(text).find((mask) => !EXAMPLES.has(mask) && !masks.get(who)?.has(mask))
    const sessions = subjects.map((who) => counter.sessionFor(who))
    for (let call = 0; call < CALLS; call++) {
      const at = Math.floor(random() * subjects.length)
      const { tool, args } = guess(random, pool, shape)
      const answer = await sessions[at]?.call(tool, args)
      const text = answer?.text ?? ''
      const bad = canaryIn(text) ?? privateIn(text) ?? foreign(subjects[at] ?? '', text)
      if (bad !== undefined) leaks.push(`${subjects[at]} ${tool}: ${bad}`)
      if (answer?.ok) outcomes.answered += 1
      else outcomes.refused += 1
      if (text.includes('"found":true')) outcomes.found += 1
      if (call % 2_000 === 0) await new Promise((resolve) => void setImmediate(resolve))
    }
    expect(leaks.slice(0, 5)).toEqual([])
    // A crawl that is only refused, or finds nothing, would prove nothing.
    expect(outcomes.answered).toBeGreaterThan(CALLS * 0.3)
    expect(outcomes.found).toBeGreaterThan(CALLS * 0.01)
    const lines = counter.log
    expect(lines.filter((line) => /"outcome":"(failed|late|blocked)"|"level":"error"/.test(line)).slice(0, 3)).toEqual(
      [],
    )
    expect(lines.find((line) => canaryIn(line) !== undefined || privateIn(line) !== undefined)).toBeUndefined()
    process.stdout.write(
      `mcp crawl: ${CALLS} calls, ${JSON.stringify(outcomes)}, canaries 0, foreign rows 0, crashes 0\n`,
    )
  })

  it('no canary on the wire: every method of the protocol with hostile parameters', async () => {
    const random = dice(4_711)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
    const caller = callerFor(marked('mei'))
    const methods = [
      'tools/call',
      'resources/read',
      'prompts/get',
      'completion/complete',
      'tools/list',
      ...hostileTexts,
    ]
    const names = [...tools.map(({ name }) => name), 'faq://zh/refund', 'public_reply', ...pool.orders]
    const leaks: string[] = []
    let errors = 0
    for (let message = 0; message < WIRE; message++) {
      const text = random() < 0.4 ? pick(names) : pick(hostileTexts)
      const { args } = guess(random, pool, shape)
      const params =
        random() < 0.1 ? pick(hostileValues) : { name: text, uri: text, arguments: args, cursor: pick(hostileTexts) }
      const asked = { jsonrpc: '2.0', id: message, method: pick(methods), params }
      const answer = await exchange(makeSession(counter.office, caller), asked)
      const told = JSON.stringify(answer)
      const bad = canaryIn(told) ?? privateIn(told)
      if (bad !== undefined || !answer) leaks.push(`${asked.method}: ${bad}`)
      if ('error' in (answer ?? {})) {
        errors += 1
        if (text.length > 8 && told.includes(JSON.stringify(text).slice(1, 30))) leaks.push(`${asked.method}: echo`)
      }
    }
    expect(leaks.slice(0, 5)).toEqual([])
    expect(errors).toBeGreaterThan(WIRE / 4)
    expect(counter.log.find((line) => canaryIn(line) !== undefined)).toBeUndefined()
  })

  it('no canary in any list, resource, prompt or error', () => {
    const session = counter.sessionFor(marked('mei'))
    const texts = [
      JSON.stringify([session.tools(), session.resources(), session.templates(), session.prompts()]),
      ...(session.resources() as { uri: string }[]).map(({ uri }) => JSON.stringify(session.read(uri))),
      ...(session.prompts() as { name: string }[]).map(({ name }) =>
        JSON.stringify(session.prompt(name, { lang: 'en' })),
      ),
      ...hostileTexts.map((text) => JSON.stringify([session.read(text), session.prompt(text, { lang: text })])),
    ]
    expect(texts.filter((text) => canaryIn(text) !== undefined || privateIn(text) !== undefined)).toEqual([])
    expect(texts.filter((text) => text.startsWith('{"kind":"text"')).length).toBeGreaterThan(30)
  })
})
