// What every fake provider can do for a test: people who pay, notices rightly and wrongly signed, and a network that fails.
import type { ChannelName } from '../../../core/domain/channel.ts'
import type { NoticeHeaders, PaymentChannel } from '../../../core/ports/payment-channel.ts'
import type { Fault } from './gate.ts'
import type { Till } from './till.ts'

export type Delivered = { readonly body: Uint8Array; readonly headers: NoticeHeaders }
export type Forgery = { readonly what: string; readonly delivered: Delivered }

export type Provider = {
  readonly name: ChannelName
  readonly channel: PaymentChannel
  /** A real network stands between; the sandbox has none. */
  readonly network: boolean
  /** Its answers carry a signature: an unsigned one must not be believed. */
  readonly signsAnswers: boolean
  readonly refundsParts: boolean
  /** Somebody scanned the code and stands before the password; false where this provider cannot tell. */
  scan(number: string): Promise<boolean>
  /** Somebody pays; the provider's transaction number. */
  pay(number: string, fen?: bigint): Promise<string>
  fail(fault: Fault | undefined): Promise<void>
  /** The notice of the payment, rightly signed at this moment. */
  notice(number: string): Promise<Delivered>
  /** Rightly signed and meant for us, without new money. */
  quiet?(number: string): Promise<Delivered>
  /** Each with a signature that holds, or is made to look so, and none to be believed. */
  forgeries(number: string): Promise<readonly Forgery[]>
  close(): Promise<void>
}

/** What a rehearsal needs beside: the settings of a bot that talks to it, and its books. */
export type Books = { readonly environment: Readonly<Record<string, string>>; readonly till: Till }

export const bytes = (text: string): Uint8Array => Buffer.from(text)
