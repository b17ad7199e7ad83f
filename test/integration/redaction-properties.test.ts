// Properties of the redactor: a planted secret is never left, text without secrets is never changed, hostile text is no trouble.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Raw } from '../../core/redaction/raw.ts'
import { makeRedactor, NO_LIMITS } from '../../core/redaction/redact.ts'
import { seeded } from '../redaction/chance.ts'
import { type Disguise, heldDisguises, openDisguises } from '../redaction/disguises.ts'
import { SECRETS } from '../redaction/values.ts'

const redactor = makeRedactor({ limits: NO_LIMITS })
const redact = (text: string) => redactor.redact(new Raw(text))
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1_500)

/** Kinds that need no word beside them. */
const BARE = [
  'code5',
  'code4',
  'hex',
  'key',
  'card',
  'cnid',
  'phone',
  'mail',
  'alipay',
  'wechat',
  'ours',
  'usr',
  'trc',
  'eth',
  'wxid',
  'token',
] as const
const WORDS = [
  '我付了款',
  '没到账',
  '充值',
  '怎么回事',
  '麻烦看一下',
  '谢谢',
  '订单',
  '已支付',
  '😭😭',
  '？？',
  '，',
  '。',
  '\n',
  ' ',
  '昨天',
  '客服',
  '在吗',
  'paid',
  'yesterday',
  'please check',
  'nothing arrived',
  'my balance',
  'is still zero',
  'thanks',
  'hello',
  ', ',
  '. ',
  '! ',
  '50 元',
  '¥100.00',
  '2026-11-20',
  '15:04',
  'gpt-4o-2024-08-06',
  'claude-sonnet-4-20250514',
  'v1.2.3',
  'HTTP 502',
  '3-7 天',
  '张三',
  '@admin',
  'Pending',
  '100 000 000',
  '550e8400-e29b-41d4-a716-446655440000',
  '****1234',
  'https://example.com/orders',
  '10:30',
  'привет',
  'спасибо',
  '入金していません',
  'ありがとう',
]
const surroundings = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 })

/** Two words of letters and digits written together are another word: a space keeps them apart. */
const apart = (words: readonly string[]): string[] =>
  words.map((word, i) => (/^[\w<@]/.test(word) && /[\w]$/.test(words[i - 1] ?? '') ? ` ${word}` : word))

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toLowerCase()

/** The longest run of the value that can still be read in the text. */
function longestLeft(value: string, text: string): number {
  const [needle, hay] = [normal(value), normal(text)]
  let longest = 0
  for (let at = 0; at < needle.length; at++) {
    while (at + longest < needle.length && hay.includes(needle.slice(at, at + longest + 1))) longest++
  }
  return longest
}

const bent = (value: string, seed: number): string => {
  const chance = seeded(seed)
  const family = chance.pick([openDisguises, heldDisguises])
  const disguises: readonly Disguise[] = /^\d+X?$/.test(value) ? family.digits : family.letters
  return chance.int(2) === 0 ? value : chance.pick(disguises)(value, chance)
}

describe('a planted secret', () => {
  it.each(BARE)('of the kind %s leaves no eight characters of it, whatever stands around', (name) => {
    const [, make] = SECRETS[name]
    fc.assert(
      fc.property(surroundings, surroundings, fc.integer({ min: 1, max: 1e9 }), (before, after, seed) => {
        const value = make(seeded(seed))
        const shape = name === 'mail' || name === 'wxid' ? value : bent(value, seed + 1)
        // Chinese characters, spaces and punctuation are edges; letters and digits would make another word of it.
        const left = apart(before)
          .join('')
          .replace(/[\p{Script=Latin}\p{Script=Cyrillic}0-9*＊._@+-]$/u, '$& ')
        const right = apart(after)
          .join('')
          .replace(/^[\p{Script=Latin}\p{Script=Cyrillic}0-9*@.+_-]/u, ' $&')
        const { text, withheld } = redact(`${left}${shape}${right}`)
        expect(withheld).toBeUndefined()
        const visible = name === 'mail' ? value.slice(0, value.indexOf('@')) : value
        const rest = (text.startsWith(left) ? text.slice(left.length) : text).replace(right, '')
        expect(longestLeft(visible, rest), text).toBeLessThan(8)
      }),
      { numRuns: Math.ceil(RUNS / BARE.length), seed: 20261120 },
    )
  })
})

describe('any text', () => {
  const unit = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '1',
      '23',
      '6222',
      '13812345678',
      'sk-',
      '密码：',
      'abc',
      '@qq.com',
      '-',
      '\u200b',
      '号',
      'DZ2026',
      '****',
      '[password]',
      '地址：',
      '//',
      '<@',
      '：',
    ),
  )
  const anything = fc.array(unit, { maxLength: 24 }).map((parts) => parts.join(''))

  it('is not changed by redacting it again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = redact(text)
        expect(once.withheld).toBeUndefined()
        expect(redact(once.text)).toEqual({ text: once.text, finds: [] })
      }),
      { numRuns: RUNS, seed: 20261121 },
    )
  })

  it('is whole outside the finds, which stand in order and apart', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: out, finds } = redact(text)
        let rest = out as string
        let at = 0
        for (const { start, end } of finds) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          const between = text.slice(at, start)
          expect(rest.includes(between)).toBe(true)
          rest = rest.slice(rest.indexOf(between) + between.length)
          at = end
        }
        expect(rest.endsWith(text.slice(at))).toBe(true)
      }),
      { numRuns: RUNS, seed: 20261122 },
    )
  })
})

describe('text without secrets', () => {
  it('is never changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }),
        fc.constantFrom('', ' ', '，', '\n'),
        (words, glue) => {
          const text = apart(words).join(glue)
          expect(redact(text).text).toBe(text)
        },
      ),
      { numRuns: RUNS, seed: 20261123 },
    )
  })
})

describe('hostile text', () => {
  const HOSTILE = [
    '1 ',
    '4',
    '6222 ',
    'abcd1 ',
    'A7K2M-',
    'sk-Ab3dEf6hIj\n',
    'password: a1b2c3 ',
    'a@',
    ' at ',
    '北京市海淀区',
    '1号',
    '*',
    '\u200b1',
    'https://a',
    'a/+',
    '<@',
    '户名王',
    'key=',
    's k ',
    'order-',
    '000,',
    '11/20 ',
    '1.5 ',
    '12:30 ',
    'a dot ',
    'CDK',
  ]
  const KB = 1_024
  const spent = (work: () => void): number => {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  }

  it('of 1 MB takes time in proportion to 256 kB', () => {
    for (const piece of HOSTILE) {
      const timeOf = (size: number): number => {
        const raw = new Raw(piece.repeat(Math.ceil(size / Buffer.byteLength(piece))))
        return spent(() => expect(redactor.redact(raw).withheld).toBeUndefined())
      }
      const quarter = timeOf(256 * KB)
      const whole = timeOf(1_024 * KB)
      // Four times the text; room for the collector and the caches. Quadratic time would be sixteen.
      expect(whole / Math.max(quarter, 30), piece).toBeLessThan(10)
    }
  })
})
