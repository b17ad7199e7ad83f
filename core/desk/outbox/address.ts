// How places and buttons are written: the keyed hash of a chat, and what a button carries back.

import { type BillVerb, billVerbs } from '../../domain/bill.ts'
import type { ChatPlatform, Spot } from '../../ports/chat-platform.ts'
import type { Keyring } from '../../redaction/keyring.ts'
import type { Context } from '../context.ts'

type Where = { readonly context: Pick<Context, 'keyring'>; readonly platform: Pick<ChatPlatform, 'name' | 'staffChat'> }

/** The same message number lives in many chats: a message is known by platform, chat and number. */
export const hashChat = (keyring: Keyring, platform: string, chat: string): string =>
  keyring.hash('chat', `${platform}:${chat}`)

/** The staff's place counts under its own id: when a group moves, its numbers begin anew. */
export const chatHash = ({ context, platform }: Where, spot: Spot): string =>
  hashChat(context.keyring, platform.name, spot.room === 'staff' ? platform.staffChat() : spot.address)

/** A button under a step of a flow. */
export const userData = (step: number, index: number): string => `c:${step}:${index}`

/** A button under a bill: it works however long ago the talk went elsewhere. */
export const billData = (billId: number, verb: BillVerb): string => `o:${billId}:${verb}`

export type Pressed =
  | { readonly kind: 'choice'; readonly step: number; readonly index: number }
  | { readonly kind: 'rate'; readonly ticketId: number; readonly stars: number }
  | { readonly kind: 'bill'; readonly billId: number; readonly verb: BillVerb }
  /** A button of staff: on the card (`claim`, `reply` …) or under a word of the desk. */
  | { readonly kind: 'staff'; readonly ticketId: number; readonly verb: string; readonly argument: string }

/** What a pressed button meant; undefined for one that an older version of ours made. */
export function readPressed(data: string): Pressed | undefined {
  const choice = /^c:(\d{1,9}):(\d{1,3})$/.exec(data)
  if (choice) return { kind: 'choice', step: Number(choice[1]), index: Number(choice[2]) }
  const rate = /^rate:(\d{1,12}):([1-5])$/.exec(data)
  if (rate) return { kind: 'rate', ticketId: Number(rate[1]), stars: Number(rate[2]) }
  const bill = /^o:(\d{1,12}):([a-z]{1,10})$/.exec(data)
  const verb = billVerbs.find((name) => name === bill?.[2])
  if (bill && verb) return { kind: 'bill', billId: Number(bill[1]), verb }
  const staff = /^t:(\d{1,12}):([a-z-]{1,20})(?::([\w-]{0,24}))?$/.exec(data)
  if (staff) return { kind: 'staff', ticketId: Number(staff[1]), verb: staff[2] ?? '', argument: staff[3] ?? '' }
  return undefined
}

export const staffData = (ticketId: number, verb: string, argument = ''): string =>
  argument === '' ? `t:${ticketId}:${verb}` : `t:${ticketId}:${verb}:${argument}`
