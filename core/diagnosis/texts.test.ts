// What a customer reads keeps the rules for every answer: each finding, both languages, the facts, and nothing that must not be said.
import { describe, expect, it } from 'vitest'
import { abouts, findings } from '../domain/finding.ts'
import { mask, mint } from '../redaction/redacted.ts'
import {
  type FindingText,
  findingKeys,
  readFindings,
  readRefusals,
  refusalCodes,
  renderFinding,
  renderRefusal,
  type Variable,
  type Variables,
  variablesOfFinding,
  variablesOfRefusal,
} from './texts.ts'

// One finding, several situations: the caller names the variant, there is no text without one.
const ONLY_BY_VARIANT: Record<string, readonly string[]> = {
  'payment/late-needs-human': ['account', 'old', 'policy'],
  'payment/declined': ['declined', 'limit', 'risk'],
  'payment/refund-in-progress': ['requested', 'approved'],
  'refund/refund-in-progress': ['requested', 'approved'],
}
const VARIANTS = [
  'payment/unknown-order.refused-amount',
  'payment/account-not-normal.refused',
  'payment/provider-unknown.long',
  'redeem/code-malformed.api-key',
  'task/task-unknown.long',
  'invoice/invoice-unpaid.refunded',
]

const values = {
  order: mask('DZ20261120AAAABBBB7K2M'),
  second: mask('DZ20261120AAAABBBB9QRT'),
  ...{ amount: mint('¥50'), paid: mint('¥49.90'), refund_amount: mint('¥32.10'), credit_yuan: mint('¥20') },
  ...{ time: mint('11-20 10:01'), until: mint('10:15'), now: mint('10:03'), next_check: mint('10:08') },
  ...{ minutes: mint('15'), late_days: mint('7'), refund_limit: mint('30'), refund_days: mint('3-7') },
  ...{ min: mint('¥10'), max: mint('¥10,000'), due: mint('12-01'), model: mint('sora-2') },
  plan: { zh: mint('专业版月付'), en: mint('Pro monthly') },
  hours: { zh: mint('周一至周五 9:00-18:00'), en: mint('Mon-Fri 9:00-18:00') },
} satisfies Required<Variables>

const whole = ({ say, next }: FindingText) => ({ zh: `${say.zh} ${next.zh}`, en: `${say.en} ${next.en}` })
const read = (key: string) => whole(renderFinding(key, values))
const family = (finding: string) => findingKeys.filter((key) => key === finding || key.startsWith(`${finding}.`))
const keysOf = (about: string) => findingKeys.filter((key) => key.startsWith(`${about}/`))
const bare = (key: string) => key.slice(key.indexOf('/') + 1).replace(/\..*/, '')

const NO_SUCH_ORDER = ['other-account', 'unknown-order', 'payment-without-order']
const ABOUT_THE_ACCOUNT = ['account-not-normal', 'refund-account']

describe('every finding', () => {
  const listed = abouts.flatMap((about) => findings[about].map((name) => `${about}/${name}`))
  const expected = listed.flatMap((key) => ONLY_BY_VARIANT[key]?.map((variant) => `${key}.${variant}`) ?? [key])

  it.each([...expected, ...VARIANTS])('%s has an answer', (key) => {
    expect(findingKeys).toContain(key)
  })

  it('has no text that belongs to no finding', () => {
    const known = new Set([...listed, 'shared/not-found'])
    expect(findingKeys.filter((key) => !known.has(key.replace(/\..*/, '')))).toEqual([])
  })

  it.each(findingKeys)('%s renders with just the variables that it declares', (key) => {
    const declared = variablesOfFinding(key)
    const given: Variables = Object.fromEntries(declared.map((name) => [name, values[name]]))
    const { say, next } = renderFinding(key, given)
    for (const text of [say.zh, say.en, next.zh, next.en]) expect(text).not.toMatch(/[{}]|undefined|null|\s{2}/)
    for (const name of declared) {
      const { [name]: _, ...others } = given
      expect(() => renderFinding(key, others)).toThrow(`{${name}} was not given`)
    }
  })

  it.each(findingKeys)('%s is short, and reads as sentences of its language', (key) => {
    const { say, next } = renderFinding(key, values)
    for (const text of [say.zh, next.zh]) {
      expect(text.match(/\p{Script=Han}/gu)?.length).toBeLessThanOrEqual(60)
      expect(text).toMatch(/[。？]$/)
      expect(text, 'western punctuation inside Chinese').not.toMatch(/\p{Script=Han}[,.;:!?()]/u)
      expect(text, 'the polite form').not.toMatch(/你/)
    }
    for (const text of [say.en, next.en]) {
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(35)
      expect(text).toMatch(/^[A-Z¥].*[.?]$/)
      expect(text).not.toMatch(/[\p{Script=Han}，。；：（）“”]/u)
    }
  })
})

describe('the facts that an answer owes', () => {
  const owesOrder = [...keysOf('payment'), ...keysOf('refund'), ...keysOf('invoice')].filter(
    (key) => ![...NO_SUCH_ORDER, ...ABOUT_THE_ACCOUNT].includes(bare(key)),
  )
  it.each(owesOrder)('%s names the order by its mask, in the verdict', (key) => {
    const { say } = renderFinding(key, values)
    expect(say.zh).toContain('****7K2M')
    expect(say.en).toContain('****7K2M')
  })

  it.each(owesOrder.filter((key) => key.startsWith('payment/')))('%s names the amount of the order', (key) => {
    expect(read(key).zh).toContain('¥50')
    expect(read(key).en).toContain('¥50')
  })

  it.each(findingKeys.filter((key) => [...NO_SUCH_ORDER, ...ABOUT_THE_ACCOUNT].includes(bare(key))))(
    '%s names no order, no amount of one and no time',
    (key) => {
      const asked = variablesOfFinding(key).filter((name) => !['hours', 'min', 'max'].includes(name))
      expect(asked).toEqual([])
    },
  )

  const FACTS: [finding: string, variables: Variable[]][] = [
    ['payment/already-credited', ['time']],
    ['payment/late-credited', ['time']],
    ['redeem/code-redeemed-by-you', ['time', 'credit_yuan']],
    ['payment/waiting-for-payment', ['until']],
    ['payment/cancelled-by-user', ['time']],
    ['payment/amount-mismatch', ['amount', 'paid']],
    ['payment/duplicate-credited', ['order', 'second', 'refund_days']],
    ['payment/provider-unknown', ['order']],
    ['payment/plan-activated', ['plan']],
    ['payment/unknown-order.refused-amount', ['min', 'max']],
    ['refund/refund-eligible', ['refund_amount', 'refund_days']],
    ['refund/refund-partly-used', ['refund_amount', 'refund_days']],
    ['refund/refund-in-progress.approved', ['refund_amount', 'refund_days']],
    ['payment/refund-in-progress.approved', ['refund_amount', 'refund_days']],
    ['refund/refund-too-old', ['refund_limit']],
    ['redeem/code-locked', ['until']],
  ]
  it.each(FACTS)('%s says %j', (finding, variables) => {
    for (const key of family(finding)) expect(variablesOfFinding(key)).toEqual(expect.arrayContaining(variables))
  })

  const SENTENCES: [claim: string, names: string[], zh: RegExp, en: RegExp][] = [
    [
      'do not pay again',
      ['provider-unknown', 'amount-mismatch', 'late-needs-human', 'payment-without-order', 'duplicate-suspense'],
      /请勿重复支付/,
      /Please do not pay again/,
    ],
    ['a new order can be made', ['expired-unpaid', 'cancelled-by-user', 'declined'], /可以.*重新下单/, /new order/],
    ['the second payment goes back', ['duplicate-suspense'], /第二笔.*退回/, /second goes back/],
    ['how to get a refund', ['duplicate-credited'], /申请退款.*原路退回/, /request a refund.*the way you paid/],
    ['it was credited just now', ['credited-by-requery', 'fulfilment-resumed'], /刚刚到账/, /just been credited/],
    ['it was credited at a past time', ['already-credited', 'late-credited'], /已于 .* 到账/, /was credited .* at 1/],
  ]
  it.each(SENTENCES)('it says that %s: %j', (_claim, names, zh, en) => {
    for (const key of names.flatMap((name) => family(`payment/${name}`))) {
      expect(read(key).zh, key).toMatch(zh)
      expect(read(key).en, key).toMatch(en)
    }
  })

  const WITH_A_PERSON = [
    ...[
      'late-needs-human',
      'amount-mismatch',
      'payment-without-order',
      'duplicate-suspense',
      'account-not-normal',
    ].flatMap((name) => family(`payment/${name}`)),
    ...['refund/refund-account', 'payment/provider-unknown.long', 'task/task-unknown.long'],
  ]
  it.each(WITH_A_PERSON)('%s says that a person takes it, and when people work', (key) => {
    expect(read(key).zh).toMatch(/(人工|客服).*周一至周五 9:00-18:00/)
    expect(read(key).en).toMatch(/ person .*Mon-Fri 9:00-18:00/)
  })
})

describe('what no answer says', () => {
  it('an order of somebody else and one that does not exist read word for word the same', () => {
    const answers = ['payment', 'refund', 'invoice'].flatMap((about) =>
      ['other-account', 'unknown-order'].map((name) => renderFinding(`${about}/${name}`, {})),
    )
    for (const answer of answers) expect(answer).toEqual(renderFinding('shared/not-found', {}))
  })

  const NEVER = {
    somebodyElse: /another account|other account|someone else|somebody|belongs? to|别的账|其他账|他人|别人的|属于/i,
    notPaid: /\bunpaid\b|not paid|未支付|未付款/i,
    jargon:
      /callback|webhook|notif|re-?query|suspense|ledger|fulfil|forged|duplicate|invariant|回调|补单|挂账|伪造|异步|幂等/i,
    wholeNumbers: /\d{5,}|DZ\d/,
  }
  it.each(findingKeys)('%s names nobody else, calls nothing unpaid and uses no word of ours', (key) => {
    const { zh, en } = read(key)
    for (const [what, words] of Object.entries(NEVER)) expect(`${zh} ${en}`, what).not.toMatch(words)
  })

  it.each(
    ['not-paid', 'forged-notice', 'expired-unpaid', 'cancelled-by-user', 'declined'].flatMap((name) =>
      family(`payment/${name}`),
    ),
  )('%s does not warn against paying, for paying again is right', (key) => {
    expect(read(key).zh).not.toMatch(/请勿重复支付|不要再付/)
    expect(read(key).en).not.toMatch(/not pay again|don't pay/i)
  })

  it('a refund or an invoice on an order without credit is said to be "not credited yet"', () => {
    for (const key of ['refund/refund-unpaid', 'invoice/invoice-unpaid']) {
      expect(read(key).zh).toContain('还没有到账')
      expect(read(key).en).toContain('has not been credited yet')
    }
  })

  it('a code that cannot be used gets one answer that depends on nothing', () => {
    expect(variablesOfFinding('redeem/code-unusable')).toEqual([])
  })
})

describe('refusals', () => {
  const CODES =
    'amount-out-of-range amount-not-integer account-not-normal insufficient-credit order-not-open code-malformed ' +
    'code-unusable code-not-eligible code-locked code-redeemed-by-you refund-unpaid refund-account refund-too-old ' +
    'refund-used refund-in-progress refund-rejected refunded invoice-unpaid invoice-tax-id invoice-requested'

  it('each code has a message, and each message a code', () => {
    expect([...refusalCodes].sort()).toEqual([...CODES.split(' '), 'code-malformed.api-key'].sort())
  })

  it.each(refusalCodes)('%s is one sentence that says what to do', (code) => {
    const given = Object.fromEntries(variablesOfRefusal(code).map((name) => [name, values[name]]))
    const { zh, en } = renderRefusal(code, given)
    expect(zh).toMatch(/^[^。]+。$/)
    expect(en).toMatch(/^[A-Z][^.]+\.$/)
    expect(zh).toMatch(/请|不必/)
    expect(en).toMatch(/please|no need/)
    expect(`${zh} ${en}`).not.toMatch(/\bunpaid\b|未支付|[{}]/)
  })
})

describe('a texts file that is wrong', () => {
  const finding = (say: string) => `payment/x:\n  say: ${say}\n  next: { zh: 好。, en: Good. }`
  const WRONG: [fault: string, source: string, message: RegExp][] = [
    ['a language is missing', finding('{ zh: 好。 }'), /^payment\/x: say\.en/],
    ['a language is empty', finding('{ zh: 好。, en: "" }'), /^payment\/x: say\.en/],
    ['a part has a name that nobody reads', `${finding('{ zh: a, en: b }')}\n  then: c`, /^payment\/x: .*then/],
    ['a variable does not exist', finding('{ zh: "{oder}", en: "{oder}" }'), /^payment\/x say zh: .*\{oder\}/],
    ['a fact stands in Chinese only', finding('{ zh: "{order}", en: it }'), /^payment\/x say en: \{order\} is missing/],
    ['a fact stands in English only', finding('{ zh: 它, en: "{order}" }'), /^payment\/x say zh: \{order\} is missing/],
    ['a brace has no partner', finding('{ zh: "{order", en: "{order" }'), /^payment\/x say zh: a brace/],
    ['a key stands twice', `${finding('{ zh: a, en: b }')}\n${finding('{ zh: a, en: b }')}`, /unique/],
  ]
  it.each(WRONG)('is refused by name where %s', (_fault, source, message) => {
    expect(() => readFindings(source)).toThrow(message)
  })

  it('lets a refusal use only what a refusal knows', () => {
    expect(() => readRefusals('x: { zh: "{order}", en: "{order}" }')).toThrow(/^x zh: unknown variable \{order\}/)
  })

  it('a value that looks like a variable is said as it is', () => {
    const text = renderFinding('payment/plan-activated', { ...values, plan: mint('{amount}') })
    expect(text.say.en).toContain('"{amount}"')
  })

  it('a finding or a code without a text is a bug that is named', () => {
    expect(() => renderFinding('payment/x', {})).toThrow('payment/x')
    expect(() => renderRefusal('x', {})).toThrow('x: no text')
  })
})
