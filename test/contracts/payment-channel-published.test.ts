// Values that providers and their own clients published: our reading of each protocol against theirs, the source beside each.
import { AlipaySdk } from 'alipay-sdk'
import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { readAlipayNotice } from '../../core/channels/alipay/notice.ts'
import { standard } from '../../core/channels/epay/dialect.ts'
import { signEpay, verifyEpay } from '../../core/channels/epay/signature.ts'
import { privateKeyOf, publicKeyOf, serialOf, verifyRsa } from '../../core/channels/rsa.ts'
import { readStripeNotice } from '../../core/channels/stripe/notice.ts'
import { openResource, resource } from '../../core/channels/wechat/resource.ts'
import { theySigned } from '../../core/channels/wechat/signature.ts'
import { fixedClock, instantOf, MINUTE, plus } from '../../core/kit/clock.ts'
import { Secret } from '../../core/kit/secret.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import { pairOf } from '../fakes/providers/keys.ts'
import published from '../fakes/providers/published.json' with { type: 'json' }
import { OPENED_AT } from './payment-channel.ts'

const key = (pem: string) => {
  const read = publicKeyOf(new Secret(pem))
  if (!read) throw new Error('no public key')
  return read
}
const ours = () => {
  const read = privateKeyOf(pairOf('merchant').ours)
  if (!read) throw new Error('no private key')
  return read
}

describe('WeChat Pay, as its own Go client checks it', () => {
  const { certificate, headers, body } = published.wechatNotice
  const theirId = serialOf(new Secret(certificate)) ?? ''
  const keys = { apiV3Key: '', ours: ours(), ourSerial: '', theirs: key(certificate), theirId }
  const sentAt = instantOf(Number(headers['wechatpay-timestamp']) * 1_000)

  it('a notice signed under a certificate is theirs, for five minutes and to the last byte', () => {
    expect(theirId).toBe(headers['wechatpay-serial'])
    expect(theySigned(keys, fixedClock(sentAt), headers, body)).toBe(true)
    expect(theySigned(keys, fixedClock(plus(sentAt, 5 * MINUTE)), headers, body)).toBe(true)
    expect(theySigned(keys, fixedClock(plus(sentAt, 5 * MINUTE + 1)), headers, body)).toBe(false)
    expect(theySigned(keys, fixedClock(sentAt), headers, `${body} `)).toBe(false)
    expect(theySigned({ ...keys, theirId: 'PUB_KEY_ID_1' }, fixedClock(sentAt), headers, body)).toBe(false)
  })

  it('a signature under a bare public key holds for its text and no other', () => {
    const { publicKey, text, signature } = published.wechatSignature
    expect(verifyRsa(key(publicKey), text, signature)).toBe(true)
    expect(verifyRsa(key(publicKey), `wrong ${text}`, signature)).toBe(false)
  })

  it('the example notice of its pages opens under its key and no other', () => {
    const { key: apiV3Key, ...sealed } = published.wechatSealed
    const inside = JSON.parse(openResource(apiV3Key, resource.parse(sealed)) ?? '{}') as Record<string, unknown>
    expect(inside).toMatchObject({
      trade_state: 'SUCCESS',
      transaction_id: '1217752501201407033233368018',
      mchid: '1230000109',
    })
    expect(openResource('a'.repeat(32), resource.parse(sealed))).toBeUndefined()
    expect(openResource(apiV3Key, resource.parse({ ...sealed, associated_data: 'refund' }))).toBeUndefined()
  })
})

describe('Alipay, as its own Node client checks it', () => {
  const { publicKey, fields } = published.alipayNotice
  const keys = { ours: ours(), theirs: key(publicKey) }
  const names = { appId: fields.app_id, sellerId: fields.seller_id }
  const read = (changes: object, as = names) =>
    readAlipayNotice(Buffer.from(new URLSearchParams({ ...fields, ...changes }).toString()), keys, as)

  it('a notice that Alipay itself signed is believed: number, amount, time', () => {
    expect(read({})).toMatchObject({
      ok: true,
      value: {
        kind: 'paid',
        fact: {
          orderNumber: '20190815155618536-564-57',
          txn: '2019081522001468450512505578',
          amount: 10n,
          paidAt: Date.parse('2019-08-15T15:56:24+08:00'),
        },
      },
    })
  })

  it('and for another amount, application or seller it is not', () => {
    expect(read({ total_amount: '9999.00' })).toMatchObject({ error: { reason: 'bad_signature' } })
    expect(read({}, { ...names, appId: '2021000000000001' })).toMatchObject({ error: { reason: 'wrong_merchant' } })
    expect(read({}, { ...names, sellerId: '2088000000000001' })).toMatchObject({ error: { reason: 'wrong_merchant' } })
  })

  it('the official client believes what the fake gateway signs, and is believed by it', async () => {
    const provider = await openAlipay(fixedClock(OPENED_AT))
    const { appId, apiRoot } = provider.settings
    const bare = (pem: Secret): string => pem.reveal().replace(/-----[A-Z ]+-----|\s/g, '')
    const sdk = new AlipaySdk({
      appId,
      privateKey: bare(pairOf('merchant').ours),
      keyType: 'PKCS8',
      alipayPublicKey: bare(pairOf('alipay').theirs),
      gateway: `${apiRoot}?charset=utf-8`,
    })
    const number = 'DZ20261121ABCDEFGH1234'
    const bizContent = {
      outTradeNo: number,
      totalAmount: '50.00',
      subject: number,
      timeoutExpress: '15m',
      qrCodeTimeoutExpress: '15m',
    }
    const made = await sdk.exec(
      'alipay.trade.precreate',
      { bizContent, notifyUrl: 'https://bot.example.com/notify/alipay' },
      { validateSign: true },
    )
    expect(made).toMatchObject({ code: '10000', outTradeNo: number })
    await provider.pay(number)
    const told = await sdk.exec('alipay.trade.query', { bizContent: { outTradeNo: number } }, { validateSign: true })
    expect(told).toMatchObject({ code: '10000', tradeStatus: 'TRADE_SUCCESS', totalAmount: '50.00' })
    const { body } = await provider.notice(number)
    const notice = Object.fromEntries(new URLSearchParams(Buffer.from(body).toString()))
    expect(sdk.checkNotifySignV2(notice)).toBe(true)
    expect(sdk.checkNotifySignV2({ ...notice, total_amount: '51.00' })).toBe(false)
    await provider.close()
  })
})

describe('Epay', () => {
  it('signs as published: sorted, the bare key behind, lower case', () => {
    const { fields, key: secret, sign } = published.epayPlain
    expect(signEpay(Object.entries(fields), secret, standard)).toBe(sign)
    expect(verifyEpay(new Map(Object.entries({ ...fields, sign })), secret, standard)).toBe(true)
  })

  it('signs in the upper-case &key= dialect as published', () => {
    const { fields, key: secret, sign } = published.epayUpperKeyed
    expect(signEpay(Object.entries(fields), secret, { ...standard, upper: true, keyed: true })).toBe(sign)
  })
})

describe('Stripe, which publishes a client and no fixed values', () => {
  it('what its client signs as a test is believed, for five minutes', () => {
    const secret = 'whsec_0123456789abcdef'
    const payload = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'ping',
      created: 1,
      livemode: true,
      data: { object: {} },
    })
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: OPENED_AT / 1_000 })
    const read = (at: number) =>
      readStripeNotice(
        Buffer.from(payload),
        { 'stripe-signature': header },
        { secret, live: true },
        fixedClock(instantOf(at)),
      )
    expect(read(OPENED_AT)).toEqual({ ok: true, value: { kind: 'nothing', eventId: 'evt_1' } })
    expect(read(OPENED_AT + 5 * MINUTE).ok).toBe(true)
    expect(read(OPENED_AT + 5 * MINUTE + 1_000).ok).toBe(false)
  })
})
