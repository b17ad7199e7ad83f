// What a whole page makes of its lines: second lines, fields, sentences, pages that were read badly or seen at an angle.
import { expect, it } from 'vitest'
import { hidden, line, SIZE } from '../../../test/screens/typed-lines.ts'
import { readScreen } from './screen.ts'

it('the short second line of a value is hidden although its label stands between both lines', () => {
  const lines = [
    line('转账单号', 20, 52),
    line('42000148820260716951', 300, 40),
    line('77', 300, 64),
    line('¥5.00', 20, 120),
  ]
  expect(hidden(lines, '77')).toBe(true)
})

it('two times below each other in a column are not one, and an order’s number ends where a sentence goes on', () => {
  const lines = [
    line('2026-01-16 00:03:48', 20, 40),
    line('2026-01-11 11:12:47', 20, 66),
    line('Order QE4CW3Z4-2702 was paid with PayPal', 20, 140),
  ]
  expect(readScreen(lines).fields).toMatchObject({ time: '2026-01-16 00:03:48', order_masked: '****2702' })
})

it.each([
  ['a name behind a parcel’s one sign', '收 郭莹涛 15177854545', '郭莹涛'],
  ['a name behind "to" alone', 'to Ingrid Kowalski', 'Ingrid Kowalski'],
  ['a buyer on an invoice', '名称：罗鹏浩', '罗鹏浩'],
  ['who made out an invoice', '开票人：付雪雪', '付雪雪'],
  ['letters and digits by chance', '载具 /3BJX7VM', '/3BJX7VM'],
])('hides %s', (_, text, secret) => expect(hidden([line(text, 20, 40)], secret)).toBe(true))

it('hides a name without a label beside a phone number or above an identity number, and no other word', () => {
  const lines = [
    line('朱欣伟', 20, 40),
    line('二等座', 300, 40),
    line('证件号码 110101199003074514', 20, 72),
    line('张小凡', 20, 160),
    line('13800138000', 140, 160),
    line('高铁站', 20, 300),
    line('¥73.00', 300, 300),
  ]
  expect(['朱欣伟', '二等座', '张小凡', '高铁站'].map((text) => hidden(lines, text))).toEqual([
    true,
    false,
    true,
    false,
  ])
})

it.each([
  ['a name and a phone number on one line', '朱欣伟 13800138000', '朱欣伟'],
  ['a name glued to a phone number', '朱欣伟13800138000', '朱欣伟'],
  ['a name of two surname signs before a number that is masked', '欧阳若兰 138****5678', '欧阳若兰'],
  ['a name behind a phone number', '13800138000 朱欣伟', '朱欣伟'],
  ['a Latin name before a phone number', 'Ingrid Kowalski +44 7700 900123', 'Ingrid Kowalski'],
  ['whom a letter greets', 'Dear Ingrid Kowalski,', 'Ingrid Kowalski'],
  ['whom a letter greets by the first name', 'Hi Ingrid,', 'Ingrid'],
  ['whom a Chinese letter greets', '尊敬的朱欣伟先生：', '朱欣伟'],
  ['the town of an address', 'Denver, CO 80202', 'Denver'],
  ['the town before a postcode', 'Manchester M1 2WD', 'Manchester'],
  ['a traveller behind a label', '乘机人：欧阳若兰', '欧阳若兰'],
  ['a name with a title before a phone number', '朱欣伟（先生）13800138000', '朱欣伟'],
  ['somebody of a trade that no table knows', '观演人：朱欣伟', '朱欣伟'],
  ['whom an invoice is for', '发票抬头 朱欣伟', '朱欣伟'],
  ['an account’s name that has a model’s name in it', '微信号 wxid_o4xgmulorscz5k', 'o4xgmulorscz5k'],
  ['a number behind a hash', 'about #D-AFGY63W4', '#D-AFGY63W4'],
  ['an owner behind a label', 'Account owner: Ingrid Kowalski', 'Ingrid Kowalski'],
])('hides %s', (_, text, secret) => expect(hidden([line(text, 20, 40)], secret)).toBe(true))

it('a greeting of nobody, a method before a number and a label stay', () => {
  expect(hidden([line('Dear Customer,', 20, 40)], 'Customer')).toBe(false)
  expect(hidden([line('尊敬的用户，您好', 20, 40)], '用户')).toBe(false)
  expect(hidden([line('金额 13800138000', 20, 40)], '金额')).toBe(false)
})

it('hides a name above a mail address or a home without labels', () => {
  const lines = [
    line('Ingrid Kowalski', 20, 40),
    line('ingrid77@outlook.com', 20, 68),
    line('Order Summary', 20, 200),
    line('$12.00', 300, 200),
  ]
  expect(['Ingrid Kowalski', 'Order Summary'].map((text) => hidden(lines, text))).toEqual([true, false])
})

it('hides a name with another value above it that is kept, and a name again where it has no label', () => {
  const lines = [
    line('Oscar Haddad', 240, 20),
    line('For credits', 240, 48),
    line('状态', 20, 140),
    line('待支付', 300, 140),
    line('观演人', 20, 172),
    line('萧欣燕', 300, 172),
    line('From', 20, 260),
    line('Oscar Haddad', 300, 260),
  ]
  expect(['萧欣燕', 'Oscar Haddad', '待支付'].map((text) => hidden(lines, text))).toEqual([true, true, false])
})

it('hides a value although a button stands beside its label, and its end although a button was read with it', () => {
  const named = [line('Legal name', 20, 40), line('Edit', 400, 40), line('Noah Lindqvist', 20, 68)]
  expect(hidden(named, 'Noah Lindqvist')).toBe(true)
  const key = [
    line('API 密钥', 20, 40),
    line('sk-ant-api03-', 20, 72),
    line('qXvVA2T5DmiCtu02j3i8j6yfxBFp5p08Ya测', 20, 96),
    line('kFfX', 20, 120),
  ]
  expect(hidden(key, 'kFfX')).toBe(true)
})

it('hides the country before a phone number that went on to the next line', () => {
  const lines = [line('It shows as completed. Is +1', 20, 40), line('077-094-1272 still your number?', 20, 64)]
  expect(hidden(lines, '+1')).toBe(true)
})

it('keeps what a list parted by commas, a full sentence or a broken line makes hard to tell', () => {
  expect(hidden([line('2026-01-26 09:11:15,4200090585202601269319879432', 20, 40)], '2026-01-26')).toBe(false)
  expect(hidden([line('查到了，支付成功，2026-09-1202:06:01。key也发一下', 20, 40)], '2026-09-1202:06:01')).toBe(false)
  const broken = [
    line('单号：USR1857NOLfkOeW1759877288）已退', 20, 40),
    line('款成功，退款金额为8.00元，原路退回', 20, 64),
  ]
  expect(hidden(broken, '已退')).toBe(false)
  expect(hidden([line('Wallet balance f78.00', 20, 40)], 'f78.00')).toBe(false)
})

it('hides whom money was sent to on the line below', () => {
  const lines = [line('You sent $9,133.00 to', 20, 40), line('Ingrid Kowalski', 20, 68), line('Memo', 20, 140)]
  expect(hidden(lines, 'Ingrid Kowalski')).toBe(true)
  expect(hidden(lines, '$9,133.00')).toBe(false)
  const label = [line('First and last name', 20, 40), line('Rahul Tanaka', 20, 66)]
  expect(hidden(label, 'Rahul Tanaka')).toBe(true)
})

it('a phone number below an amount’s label is no amount', () => {
  const lines = [
    line('退款金额', 20, 40),
    line('15156109762', 300, 40),
    line('申请人电话', 20, 80),
    line('15156109762', 300, 80),
  ]
  expect(readScreen(lines).covers.length).toBe(2)
  expect(hidden(lines, '申请人电话')).toBe(false)
})

it('a whole card’s name stays behind a label of accounts, and a word beside what is covered', () => {
  expect(hidden([line('退回账户', 20, 40), line('工商银行储蓄卡(7883)', 300, 40)], '工')).toBe(false)
  const { covers } = readScreen([line('Your order #PAYRHTA-996568 is paid.', 20, 40)])
  // "paid" begins at the 30th of 35 characters, each 10 pixels wide.
  expect(covers.every(({ x, w }) => x + w < 20 + 30.2 * 10)).toBe(true)
})

it('small print glued to what is kept leaves it readable', () => {
  const sentence = [line('1paidS105.06byAlipayonJul13,2026', 20, 40)]
  expect(['S105.06', 'Alipay', 'Jul13,2026'].map((text) => hidden(sentence, text))).toEqual([false, false, false])
  expect(hidden([line('Support12:33PM', 20, 40)], '12:33PM')).toBe(false)
})

it('padding ends half-way to a kept line that stands close', () => {
  const lines = [line('收件人：ufnr216@vip.qq.com', 20, 40), line('时间：2026年6月4日03:34', 20, 56)]
  const { covers } = readScreen(lines)
  expect(covers.length).toBeGreaterThan(0)
  expect(covers.every(({ y, h }) => y + h < 52)).toBe(true)
})

it('a date that broke over two lines stays', () => {
  const lines = [line('paid on Nov 22,', 20, 40), line('2026 at 12:09 AM', 20, 66), line('2026年12', 20, 120)]
  expect(readScreen(lines).covers).toEqual([])
})

it('an amount below a headline that could announce a code stays', () => {
  expect(readScreen([line('Your gift card', 20, 40), line('$25.00', 20, 76)]).covers).toEqual([])
})

it('a card number is not taken for the four digits behind a bank’s name', () => {
  const lines = [line('Card 4242 4242 4242 4242', 20, 40)]
  expect(hidden(lines, '4242 4242 4242 4242')).toBe(true)
})

it('a page read badly shows nothing but what was recognised', () => {
  const lines = [line('随便一句话', 20, 40), line('¥12.00', 20, 80)]
  const { covers } = readScreen(lines, { strict: true })
  expect(covers.map(({ y }) => y < 60)).toEqual([true])
})

it('a turned line is covered in steps, and the row below stays open', () => {
  const secret = line('622202119900112233445566', 20, 100)
  const turned = { ...secret, to: { x: secret.to.x, y: 120 } }
  const { covers } = readScreen([turned, { ...line('¥12.00', 20, 140), to: { x: 90, y: 146 } }])
  expect(covers.length).toBeGreaterThan(2)
  expect(covers.every(({ h }) => h < 2 * SIZE)).toBe(true)
})
