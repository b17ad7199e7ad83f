// The payment channels that an operator has set up, by name; one line for each channel.
import { type ChannelName, channelNames } from '../domain/channel.ts'
import type { Clock } from '../kit/clock.ts'
import type { Ids } from '../kit/ids.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { PaymentChannel } from '../ports/payment-channel.ts'
import { makeAlipay } from './alipay/alipay.ts'
import type { AlipaySettings } from './alipay/keys.ts'
import { type EpaySettings, makeEpay } from './epay/epay.ts'
import type { StripeSettings } from './stripe/client.ts'
import { makeStripe } from './stripe/stripe.ts'
import type { Surroundings } from './surroundings.ts'
import type { WechatSettings } from './wechat/keys.ts'
import { makeWechat } from './wechat/wechat.ts'

/** The bot's config fits: a block that is absent is a channel that is off. */
export type ChannelSettings = {
  readonly alipay?: AlipaySettings
  readonly wechat?: WechatSettings
  readonly epay?: EpaySettings
  readonly stripe?: StripeSettings
  readonly publicUrl: string | undefined
}

type Maker = (settings: ChannelSettings, around: Surroundings) => Result<PaymentChannel, string> | undefined

const makers: { readonly [N in Exclude<ChannelName, 'sandbox'>]: Maker } = {
  alipay: ({ alipay }, around) => alipay && makeAlipay(alipay, around),
  wechat: ({ wechat }, around) => wechat && makeWechat(wechat, around),
  epay: ({ epay }, around) => epay && makeEpay(epay, around),
  stripe: ({ stripe }, around) => stripe && makeStripe(stripe, around),
}

export const realChannels = channelNames.filter((name) => name !== 'sandbox')

/** https://bot.example.com/notify/alipay: what a provider calls. */
export const notifyUrlOf = (publicUrl: string, name: ChannelName): string =>
  `${publicUrl.replace(/\/+$/, '')}/notify/${name}`

/** Undefined: off. The error is one line that names the setting and never its value. */
export function makeChannel(
  name: Exclude<ChannelName, 'sandbox'>,
  settings: ChannelSettings,
  clock: Clock,
  ids: Ids,
): Result<PaymentChannel, string> | undefined {
  if (settings[name] === undefined) return undefined
  const { publicUrl } = settings
  if (publicUrl === undefined) return err(`PUBLIC_URL is missing: ${name} must know where its notices go`)
  const around = { clock, ids, notifyUrl: notifyUrlOf(publicUrl, name), returnUrl: publicUrl }
  return makers[name](settings, around)
}

/** All of them, read once at the start. The error is the first line of a channel that cannot be. */
export function makeChannels(
  settings: ChannelSettings,
  clock: Clock,
  ids: Ids,
): Result<(name: ChannelName) => PaymentChannel | undefined, string> {
  const made = new Map<ChannelName, PaymentChannel>()
  for (const name of realChannels) {
    const channel = makeChannel(name, settings, clock, ids)
    if (channel === undefined) continue
    if (!channel.ok) return channel
    made.set(name, channel.value)
  }
  return ok((name) => made.get(name))
}
