// A desk with people and staff whose clock is moved by hand: for what falls due without anybody pressing anything.
import { type Chat, type ChatOptions, makeChat } from '../../core/desk/chat/chat.ts'
import { type Dispatcher, makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { readJob } from '../../core/desk/outbox/job.ts'
import { type Member, makeStaff } from '../../core/desk/staff/work.ts'
import { type SweepOptions, sweep } from '../../core/desk/sweep/sweep.ts'
import type { OutboxRow } from '../../core/domain/desk.ts'
import { instantOf, SECOND } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import { dateTimeOf, shanghai } from '../../core/kit/zone.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { seal } from '../../core/redaction/sealed.ts'
import type { Connection } from '../../core/store/connection.ts'
import { openMemoryStore } from '../../core/store/open.ts'
import { type ChatContext, chatContext, shippedBook } from '../fakes/chat-context.ts'
import { ChatNetwork } from '../fakes/chat-network.ts'
import { madeUpOrder } from '../fakes/order.ts'

export const lin: Member = { key: 'telegram:42', persona: mint('Lin'), proven: true }

/** Shanghai time, `2026-11-23 10:00`: a Monday. */
export const at = (time: string) => shanghai(time.slice(0, 10), time.slice(11))

export type SweepDesk = ChatContext & {
  readonly chat: Chat
  readonly options: SweepOptions
  readonly network: ChatNetwork
  readonly dispatcher: Dispatcher
  readonly logged: string[]
}

export type OpenOptions = {
  readonly path?: string
  readonly around?: (writer: Connection) => Connection
  readonly staff?: ChatOptions['staffPlatform']
}

/** On a Monday at ten, unless told otherwise. */
export async function openSweepDesk(time = '2026-11-23 10:00', open: OpenOptions = {}): Promise<SweepDesk> {
  const made = await chatContext(open.path, new Date(at(time)).toISOString())
  const context = open.around
    ? { ...made.context, store: await openMemoryStore(made.context.ids, { around: open.around }) }
    : made.context
  const logged: string[] = []
  const log = makeLog({ level: 'debug', name: 'test', destination: { write: (line) => void logged.push(line) } })
  const staffPlatform = open.staff ?? ((name: string) => name)
  const options: SweepOptions = { context, book: shippedBook, environment: 'test', staffPlatform, log }
  const network = new ChatNetwork()
  const dispatcher = makeDispatcher({ context, book: shippedBook, platform: network.platform() })
  return { ...made, context, chat: makeChat(options), options, network, dispatcher, logged }
}

let count = 0
export const write = ({ chat }: SweepDesk, user: string, text: string): Promise<void> =>
  chat.receive({
    platform: 'telegram',
    user,
    eventId: `e${++count}`,
    address: `chat-${user}`,
    messageId: `${count}`,
    message: { kind: 'text', raw: new Raw(text) },
  })

export const press = ({ chat }: SweepDesk, user: string, step: number, index: number): Promise<void> =>
  chat.receive({
    platform: 'telegram',
    user,
    eventId: `e${++count}`,
    address: `chat-${user}`,
    message: { kind: 'choice', step, index },
  })

export const staffOf = ({ context }: SweepDesk) => makeStaff(context, shippedBook)

/** The sweep at that time; the clock stays there. */
export async function sweepAt(desk: SweepDesk, time: string) {
  desk.clock.set(at(time))
  return sweep(desk.options)
}

export const outbox = async ({ context }: SweepDesk): Promise<readonly OutboxRow[]> =>
  (await context.store.sql(
    'select id, lane, body, state, at, line_id as lineId from outbox order by id',
  )) as unknown as OutboxRow[]

/** What was queued for this lane, as words; reactions, cards and threads say nothing. */
export const saidIn = async (desk: SweepDesk, lane: string): Promise<readonly string[]> =>
  (await outbox(desk))
    .filter((row) => row.lane === lane)
    .flatMap(({ body }) => {
      const job = readJob(body)
      return 'text' in job ? [job.text] : []
    })

export const talkOf = async ({ context }: SweepDesk, user: string) => {
  const userHash = context.keyring.hash('chat-user', `telegram:${user}`)
  const talk = await context.store.read((r) => r.conversations.ofUser('telegram', userHash))
  if (!talk) throw new Error('nobody of this name has written')
  return talk
}

export const saidTo = async (desk: SweepDesk, user: string): Promise<readonly string[]> =>
  saidIn(desk, `user:${(await talkOf(desk, user)).id}`)

export const ticketOf = async ({ context }: SweepDesk, id: number) => {
  const ticket = await context.store.read((r) => r.tickets.byId(id))
  if (!ticket) throw new Error('there is no such ticket')
  return ticket
}

/** Lets everything that is due now go out. */
export async function deliver({ dispatcher, clock }: SweepDesk): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await dispatcher.flush()
    clock.advance(3 * SECOND)
  }
}

/** Money of an account that nobody knows where to put: ¥80 came for an order of ¥50. */
export async function moneyInSuspense({ context }: SweepDesk, accountId: string): Promise<void> {
  const { store, keyring, ids, clock } = context
  const now = clock.now()
  await store.write(async (w) => {
    const order = madeUpOrder({ accountId, createdAt: now, expiresAt: instantOf(now + 900_000) })
    await w.orders.insert(order)
    await w.payments.insert({
      id: ids.row('pay', now),
      channel: 'alipay',
      txnHash: keyring.hash('txn', '2026112022001400000000000001'),
      txnTail: '0001',
      txnSealed: seal(keyring, 'payment.txn', '2026112022001400000000000001'),
      orderId: order.id,
      orderNumber: order.number,
      amount: fen(8_000n),
      paidAt: now,
      learnedAt: now,
      source: 'notice',
      disposition: 'suspense',
      suspenseReason: 'mismatch',
    })
  })
}

export const clockShows = ({ clock }: SweepDesk): string => dateTimeOf(clock.now())
