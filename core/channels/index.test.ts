// Which channels there are, and which settings are refused at the start: with a line that names the setting, never its value.
import { describe, expect, it } from 'vitest'
import { pairOf } from '../../test/fakes/providers/keys.ts'
import { fixedClock } from '../kit/clock.ts'
import { countedIds } from '../kit/ids.ts'
import { Secret } from '../kit/secret.ts'
import { type ChannelSettings, makeChannels } from './index.ts'

const clock = fixedClock('2026-11-21T10:00:00+08:00')
const ours = pairOf('merchant')
const theirs = pairOf('provider')
const hidden = (text: string) => new Secret(text)

const all = {
  publicUrl: 'https://bot.example.com',
  alipay: {
    appId: '2021000000000001',
    privateKey: ours.ours,
    publicKey: theirs.theirs,
    sellerId: '2088000000000001',
    apiRoot: 'https://openapi.alipay.com/gateway.do',
  },
  wechat: {
    merchantId: '1900000001',
    appId: 'wx0123456789abcdef',
    apiV3Key: hidden('a'.repeat(32)),
    privateKey: ours.ours,
    certSerial: '5157F09E',
    platformPublicKey: theirs.theirs,
    platformKeyId: 'PUB_KEY_ID_01',
    apiRoot: 'https://api.mch.weixin.qq.com',
  },
  epay: { merchantId: '1001', key: hidden('k'.repeat(32)), apiRoot: 'https://pay.example.com/', dialect: 'standard' },
  stripe: {
    secretKey: hidden('sk_live_0123456789abc'),
    webhookSecret: hidden('whsec_0123456789abcdef'),
    apiRoot: 'https://api.stripe.com',
  },
} satisfies ChannelSettings

const make = (settings: ChannelSettings) => makeChannels(settings, clock, countedIds())

describe('channels', () => {
  it('are those that have settings', () => {
    const made = make({ publicUrl: 'https://bot.example.com', epay: all.epay })
    expect(made.ok && [made.value('epay')?.name, made.value('alipay'), made.value('sandbox')]).toEqual([
      'epay',
      undefined,
      undefined,
    ])
  })

  it('are all of them where all have', () => {
    const made = make(all)
    const names = ['alipay', 'wechat', 'epay', 'stripe'] as const
    expect(made.ok && names.map((name) => made.value(name)?.name)).toEqual([...names])
  })

  it('are none where nothing is set, and need no address then', () => {
    const made = make({ publicUrl: undefined })
    expect(made.ok && made.value('epay')).toBeUndefined()
  })
})

const broken: readonly [what: string, setting: string, settings: ChannelSettings][] = [
  ['no address for notices', 'PUBLIC_URL', { ...all, publicUrl: undefined }],
  [
    'a key of Alipay that is none',
    'ALIPAY_PRIVATE_KEY',
    { ...all, alipay: { ...all.alipay, privateKey: hidden('-----') } },
  ],
  [
    'a public key where the private one belongs',
    'ALIPAY_PRIVATE_KEY',
    { ...all, alipay: { ...all.alipay, privateKey: ours.theirs } },
  ],
  [
    'a private key where Alipay’s belongs',
    'ALIPAY_PUBLIC_KEY',
    { ...all, alipay: { ...all.alipay, publicKey: theirs.ours } },
  ],
  [
    'our own key where Alipay’s belongs',
    'ALIPAY_PUBLIC_KEY',
    { ...all, alipay: { ...all.alipay, publicKey: ours.theirs } },
  ],
  [
    'an APIv3 key of another length',
    'WECHAT_API_V3_KEY',
    { ...all, wechat: { ...all.wechat, apiV3Key: hidden('a'.repeat(31)) } },
  ],
  ['an empty APIv3 key', 'WECHAT_API_V3_KEY', { ...all, wechat: { ...all.wechat, apiV3Key: hidden('') } }],
  [
    'our own key where WeChat Pay’s belongs',
    'WECHAT_PLATFORM_PUBLIC_KEY',
    { ...all, wechat: { ...all.wechat, platformPublicKey: ours.theirs } },
  ],
  ['an empty key of Epay', 'EPAY_KEY', { ...all, epay: { ...all.epay, key: hidden('') } }],
  ['a short key of Epay', 'EPAY_KEY', { ...all, epay: { ...all.epay, key: hidden('123456') } }],
  ['a dialect that nobody speaks', 'EPAY_DIALECT', { ...all, epay: { ...all.epay, dialect: 'upper+klingon' } }],
  [
    'a dialect from the depths of the language',
    'EPAY_DIALECT',
    { ...all, epay: { ...all.epay, dialect: 'constructor' } },
  ],
  [
    'an address that would carry the key in the open',
    'EPAY_API_ROOT',
    { ...all, epay: { ...all.epay, apiRoot: 'http://pay.example.com' } },
  ],
  ['an empty key of Stripe', 'STRIPE_SECRET_KEY', { ...all, stripe: { ...all.stripe, secretKey: hidden('') } }],
  [
    'Stripe’s public key',
    'STRIPE_SECRET_KEY',
    { ...all, stripe: { ...all.stripe, secretKey: hidden('pk_live_0123456789abc') } },
  ],
  [
    'an empty webhook secret',
    'STRIPE_WEBHOOK_SECRET',
    { ...all, stripe: { ...all.stripe, webhookSecret: hidden('') } },
  ],
]

describe('the start is refused', () => {
  it.each(broken)('for %s, by the name of %s', (_, setting, settings) => {
    const made = make(settings)
    expect(made.ok ? '' : made.error).toContain(setting)
  })
})
