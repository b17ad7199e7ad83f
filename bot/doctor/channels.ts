// What the payment channels can say about themselves without moving money: keys, merchant, where notices go, whose clock is right.
import { makeChannel, notifyUrlOf, realChannels } from '../../core/channels/index.ts'
import { type Clock, MINUTE, SECOND, systemClock } from '../../core/kit/clock.ts'
import { within } from '../../core/kit/deadline.ts'
import { randomIds } from '../../core/kit/ids.ts'
import type { Config } from '../config.ts'
import { type Check, fail, good, warn } from './check.ts'

/** The parts of the settings that are looked at. */
export type ChannelConfig = Pick<Config, 'alipay' | 'wechat' | 'epay' | 'stripe' | 'publicUrl'>
type Name = (typeof realChannels)[number]

const ASK_MS = 5 * SECOND
/** WeChat Pay and Stripe refuse what is five minutes off. */
const [SKEW_MS, LIMIT_MS] = [MINUTE, 4 * MINUTE]

/** How each provider writes a merchant: a number copied into the wrong line is seen here and not by a lost payment. */
const shapes: { readonly [setting: string]: readonly [(config: ChannelConfig) => string | undefined, RegExp, string] } =
  {
    ALIPAY_APP_ID: [({ alipay }) => alipay?.appId, /^\d{16}$/, '16 digits (APPID)'],
    ALIPAY_SELLER_ID: [({ alipay }) => alipay?.sellerId, /^2088\d{12}$/, '16 digits that begin with 2088 (PID)'],
    WECHAT_MCH_ID: [({ wechat }) => wechat?.merchantId, /^\d{8,10}$/, '8 to 10 digits (商户号)'],
    WECHAT_APP_ID: [({ wechat }) => wechat?.appId, /^wx[0-9a-f]{16}$/, 'wx and 16 letters and digits (AppID)'],
    WECHAT_CERT_SERIAL: [({ wechat }) => wechat?.certSerial, /^[0-9A-F]{40}$/i, '40 hexadecimal digits'],
    WECHAT_PLATFORM_KEY_ID: [
      ({ wechat }) => wechat?.platformKeyId,
      /^(PUB_KEY_ID_\w{10,}|[0-9A-F]{40})$/i,
      'PUB_KEY_ID_… or the 40 digits of a certificate',
    ],
    EPAY_PID: [({ epay }) => epay?.merchantId, /^\w{1,20}$/, 'the number that the gateway shows'],
  }

const off = ({ publicUrl, ...blocks }: ChannelConfig): boolean => realChannels.every((name) => !blocks[name])

function addressCheck({ publicUrl }: ChannelConfig): Check {
  const name = 'payment notices'
  const fix =
    'set PUBLIC_URL to the public https:// address that leads to this server, without a path or a question mark'
  if (publicUrl === undefined) return fail(name, 'no address that providers could call', fix)
  const { protocol, hostname, pathname, search } = new URL(publicUrl)
  const inside =
    /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[)|\.(local|internal|lan)$/.test(hostname)
  if (protocol !== 'https:') return fail(name, 'PUBLIC_URL is not https: WeChat Pay and Alipay refuse it', fix)
  if (inside) return fail(name, 'PUBLIC_URL is an address that nobody outside can reach', fix)
  if (search !== '') return fail(name, 'PUBLIC_URL has a question mark: WeChat Pay refuses it', fix)
  return pathname === '/'
    ? good(name, notifyUrlOf(publicUrl, 'alipay').replace(/alipay$/, '{channel}'))
    : warn(name, 'PUBLIC_URL has a path: the proxy must take it away again', fix)
}

function keyCheck(config: ChannelConfig, name: Name): readonly Check[] {
  // The address has a check of its own.
  const made = makeChannel(
    name,
    { ...config, publicUrl: config.publicUrl ?? 'https://x.invalid' },
    systemClock,
    randomIds,
  )
  if (made === undefined) return []
  return made.ok
    ? [good(`${name} keys`, 'they are what they should be')]
    : [fail(`${name} keys`, made.error, 'correct this setting; .env.example says where the provider shows it')]
}

const merchantChecks = (config: ChannelConfig): readonly Check[] =>
  Object.entries(shapes).flatMap(([setting, [of, shape, expected]]) => {
    const value = of(config)
    if (value === undefined || shape.test(value)) return []
    return [warn(setting, 'has an unusual form', `expected: ${expected}`)]
  })

/** How far our clock is from the provider's, by the Date of whatever it answers; the question needs no key. */
async function clockCheck(name: Name, address: string, clock: Clock): Promise<Check> {
  const date = await within(ASK_MS, null, async (signal) => {
    const { headers, body } = await fetch(new URL(address).origin, { method: 'HEAD', redirect: 'manual', signal })
    await body?.cancel()
    return headers.get('date')
  })
  const theirs = Date.parse(date ?? '')
  const what = `${name} clock`
  if (Number.isNaN(theirs)) {
    return fail(
      what,
      'the provider did not answer',
      'let this machine reach the provider over https: network, DNS, proxy',
    )
  }
  const skewMs = Math.abs(clock.now() - theirs)
  const seconds = `${Math.round(skewMs / SECOND)} s from the provider’s`
  const fix = 'set the clock by NTP: timedatectl set-ntp true'
  if (skewMs > LIMIT_MS) return fail(what, `${seconds}: signatures are refused`, fix)
  return skewMs > SKEW_MS ? warn(what, seconds, fix) : good(what, seconds)
}

/** Never throws; asks each provider for nothing but the time. */
export async function channelChecks(config: ChannelConfig, clock: Clock = systemClock): Promise<readonly Check[]> {
  if (off(config)) return []
  const clocks = realChannels.flatMap((name) => {
    const address = config[name]?.apiRoot
    return address === undefined ? [] : [clockCheck(name, address, clock)]
  })
  return [
    addressCheck(config),
    ...realChannels.flatMap((name) => keyCheck(config, name)),
    ...merchantChecks(config),
    ...(await Promise.all(clocks)),
  ]
}
