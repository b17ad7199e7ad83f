// A user's private chat and the staff's place side by side, over a real store and dispatcher: what each side writes and sees.
import { fileURLToPath } from 'node:url'
import { type Chat, type ChatOptions, makeChat } from '../../core/desk/chat/chat.ts'
import { makeMediaWorker } from '../../core/desk/chat/media.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { hashChat } from '../../core/desk/outbox/address.ts'
import { type Dispatcher, makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { makeErrands } from '../../core/desk/staff/errand.ts'
import type { StaffIncoming } from '../../core/desk/staff/incoming.ts'
import { loadReplies } from '../../core/desk/staff/replies.ts'
import { makeStaffRoom } from '../../core/desk/staff/room.ts'
import type { Member } from '../../core/desk/staff/work.ts'
import type { Policy } from '../../core/domain/policy.ts'
import { MINUTE } from '../../core/kit/clock.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { ok } from '../../core/kit/result.ts'
import type { ChatPlatform, Request } from '../../core/ports/chat-platform.ts'
import type { ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { type ChatContext, chatContext, linkedUser, shippedBook } from './chat-context.ts'
import { ChatNetwork } from './chat-network.ts'

export const PLATFORM = 'telegram'
const STAFF_CHAT = '-100'

export const member = (name: string, proven = true): Member => ({
  key: `${PLATFORM}:${name}`,
  persona: mint(name),
  proven,
})
export const lin = member('Lin')
export const wang = member('Wang')
export const anonymous = member('Support', false)

type Written = { readonly answers?: string; readonly eventId?: string }

/** Covers one place of every picture; a picture of one byte cannot be handled. */
const redactor: ScreenshotRedactor = {
  redact: async (bytes: Uint8Array) =>
    ok(
      bytes.length === 1
        ? { mode: 'refused', bytes, width: 1, height: 1, covered: [], reason: 'unreadable' }
        : {
            mode: 'masked',
            bytes: new Uint8Array([...bytes, 0]),
            width: 2,
            height: 2,
            covered: [{ kind: 'qr', x: 0, y: 0, w: 1, h: 1 }],
            fields: { amount: null, time: null, status: null, method: null, order_masked: null },
          },
    ),
} as unknown as ScreenshotRedactor

export class StaffPlace {
  readonly desk: ChatContext
  readonly network = new ChatNetwork()
  readonly chat: Chat
  readonly room: ReturnType<typeof makeStaffRoom>
  readonly dispatcher: Dispatcher
  readonly files = new Map<string, Uint8Array>()
  readonly #worker: ReturnType<typeof makeMediaWorker>
  #count = 0

  constructor(desk: ChatContext) {
    this.desk = desk
    const replies = loadReplies(fileURLToPath(new URL('../../data', import.meta.url)), shippedBook)
    invariant(replies.ok, 'the shipped replies are readable')
    const options: ChatOptions = {
      context: desk.context,
      book: shippedBook,
      environment: 'test',
      staffPlatform: () => PLATFORM,
      replies: replies.value,
    }
    const platform: ChatPlatform = {
      ...this.network.platform(PLATFORM),
      fetchFile: async (file) => {
        const bytes = this.files.get(file)
        return bytes ? ok(bytes) : { ok: false, error: 'gone' }
      },
    }
    this.chat = makeChat(options)
    this.room = makeStaffRoom(options)
    this.dispatcher = makeDispatcher({ context: desk.context, book: shippedBook, platform })
    const reading = { platform: () => platform, redactor }
    this.#worker = makeMediaWorker({ chat: options, ...reading, forStaff: makeErrands(options, reading) })
  }

  static async open(change: (policy: Policy) => Policy = (policy) => policy): Promise<StaffPlace> {
    const desk = await chatContext()
    const place = new StaffPlace({ ...desk, context: { ...desk.context, policy: change(desk.context.policy) } })
    for (const user of ['mei', 'daniel']) await linkedUser(desk, PLATFORM, user)
    return place
  }

  next(): string {
    return `${++this.#count}`
  }

  async settle(): Promise<void> {
    await this.dispatcher.flush()
    await this.#worker.work()
    await this.dispatcher.flush()
  }

  /** A user writes; gives the number of the message. */
  async says(user: string, text: string, { answers, eventId = `u${this.next()}` }: Written = {}): Promise<string> {
    const messageId = this.next()
    const message = { kind: 'text', raw: new Raw(text) } as const
    await this.chat.receive({ platform: PLATFORM, user, eventId, address: user, messageId, answers, message })
    await this.settle()
    return messageId
  }

  /** Anything else that a colleague does in a ticket's thread; what the presser is shown. */
  async does(
    who: Member | null,
    ticketId: number | null,
    message: StaffIncoming['message'],
    more: Written & { messageId?: string } = {},
  ) {
    const thread = ticketId === null ? null : await this.threadOf(ticketId)
    const { eventId = `s${this.next()}`, answers, messageId } = more
    const answer = await this.room.take({
      platform: PLATFORM,
      eventId,
      member: who,
      chat: STAFF_CHAT,
      thread,
      messageId,
      answers,
      message,
    })
    await this.settle()
    return answer.toast
  }

  /** A colleague writes in a ticket's thread; gives the number of the message. */
  async writes(who: Member | null, ticketId: number, text: string, more: Written = {}): Promise<string> {
    const messageId = `s${this.next()}`
    const thread = await this.threadOf(ticketId)
    this.network.messages.push({ id: messageId, where: `staff:${thread}`, text, at: 0 })
    await this.does(who, ticketId, { kind: 'text', raw: new Raw(text) }, { ...more, messageId })
    return messageId
  }

  presses(who: Member | null, ticketId: number, verb: string, argument = '') {
    return this.does(who, ticketId, { kind: 'button', ticketId, verb, argument })
  }

  async threadOf(ticketId: number): Promise<string> {
    const thread = await this.desk.context.store.read((r) => r.threads.ofTicket(ticketId))
    invariant(thread?.threadId, 'the ticket has no thread')
    return thread.threadId
  }

  ticket = async (id: number) => {
    const ticket = await this.desk.context.store.read((r) => r.tickets.byId(id))
    invariant(ticket, 'there is no such ticket')
    return ticket
  }
  lines = (id: number) => this.desk.context.store.read((r) => r.tickets.lines(id))
  audit = async () => (await this.desk.context.store.read((r) => r.audit.page(0, 1_000))).map(({ action }) => action)

  /** What a user's chat shows now. */
  sees = (user: string): readonly string[] => this.network.seenAt(`user:${user}`)
  /** What a ticket's thread shows now. */
  shows = async (ticketId: number): Promise<readonly string[]> =>
    this.network.seenAt(`staff:${await this.threadOf(ticketId)}`)

  /** The newest message of a thread that holds the words, and its buttons. */
  async found(ticketId: number, words: string): Promise<{ id: string; buttons: readonly string[] }> {
    const where = `staff:${await this.threadOf(ticketId)}`
    const message = this.network.messages.findLast((one) => one.where === where && one.text.includes(words))
    invariant(message, `nothing in the thread says: ${words}`)
    const asked = this.network.calls.findLast(
      (call): call is Extract<Request, { kind: 'text' }> => call.kind === 'text' && call.text === message.text,
    )
    const buttons = (asked?.buttons ?? []).flat().flatMap((button) => ('data' in button ? [button.data] : []))
    return { id: message.id, buttons }
  }

  /** Presses a button that stands under the words. */
  async pressUnder(who: Member, ticketId: number, words: string, verb: string) {
    const { buttons } = await this.found(ticketId, words)
    const data = buttons.find((one) => one.split(':')[2] === verb)
    invariant(data, `there is no such button: ${verb}`)
    const [, id, name = '', argument = ''] = data.split(':')
    return this.presses(who, Number(id), name, argument)
  }

  /** An order that was paid at the provider; `yuan` of it, the full amount unless told otherwise. */
  async paidOrder(user: string, amount = 50, paid = amount): Promise<string> {
    const placed = await placeOrder(this.desk.context, {
      accountId: user,
      amount: fenOfYuan(amount),
      channel: 'alipay',
    })
    invariant(placed.ok, 'an order of a test was refused')
    this.desk.clock.advance(MINUTE)
    const txn = `202611212200140000${this.next().padStart(8, '0')}`
    await this.desk.sandbox.pay('alipay', placed.value.order.number, txn, fenOfYuan(paid))
    return placed.value.order.id
  }

  /** An order that nobody paid yet, and how it is paid. */
  async unpaidOrder(user: string, yuan = 50): Promise<() => Promise<unknown>> {
    const { context, sandbox } = this.desk
    const placed = await placeOrder(context, { accountId: user, amount: fenOfYuan(yuan), channel: 'alipay' })
    invariant(placed.ok, 'an order of a test was refused')
    const txn = `202611212200140000${this.next().padStart(8, '0')}`
    return () => sandbox.pay('alipay', placed.value.order.number, txn, fenOfYuan(yuan))
  }

  /** The link of a message in the staff's place. */
  link = (messageId: string) =>
    this.desk.context.store.read((r) =>
      r.outbox.link(PLATFORM, hashChat(this.desk.context.keyring, PLATFORM, STAFF_CHAT), messageId),
    )
}
