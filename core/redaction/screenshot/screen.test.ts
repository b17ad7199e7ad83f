// What is covered on a screen and what stays, told with lines as a reader would see them.
import { describe, expect, it } from 'vitest'
import { hidden, line, rows } from '../../../test/screens/typed-lines.ts'
import { readScreen } from './screen.ts'

describe('a bill', () => {
  const bill = rows(
    ['付款方式', '招商银行储蓄卡(1234)'],
    ['创建时间', '2026-11-2015:04:05'],
    ['当前状态', '支付成功'],
    ['实付金额', '¥1,280.50'],
    ['收款人', '张三丰'],
    ['订单号', '20261120220014000000000'],
    ['', '12349876'],
    ['商家订单号', 'DZ20261120ABCD1234EFGH'],
    ['对方账户', 'zhangsan@example.com'],
  )

  it.each(['张三丰', '20261120220014000000000', '12349876', 'DZ20261120ABCD1234EFGH', 'zhangsan@example.com'])(
    'hides %s',
    (text) => expect(hidden(bill, text)).toBe(true),
  )

  it('leaves amount, time, status and method open', () => {
    const { covers } = readScreen(bill)
    expect(covers.filter(({ y }) => y < 175)).toEqual([])
  })

  it('reads them out, and of the order the end alone', () => {
    expect(readScreen(bill).fields).toEqual({
      amount: '¥1,280.50',
      time: '2026-11-20 15:04:05',
      status: '支付成功',
      method: '招商银行储蓄卡(1234)',
      order_masked: '****EFGH',
    })
  })
})

describe('a value is hidden', () => {
  it.each([
    ['right of an English label', rows(['Payee', 'Emily Carter'], ['Total', '$12.00']), 'Emily Carter'],
    ['below its label', [line('Order number', 20, 40), line('ORD-77AB-193', 20, 70)], 'ORD-77AB-193'],
    ['on a second line', rows(['收货地址', '广东省深圳市南山区科技园'], ['', '南路18号3栋501室']), '南路18号3栋501室'],
    [
      'beside a label that broke in two',
      [line('收款账', 20, 40), line('号', 20, 66), line('62335151433', 300, 40), line('97', 300, 66)],
      '97',
    ],
    [
      'in a column',
      [
        ...['姓名', '金额', '状态'].map((text, n) => line(text, 20 + n * 200, 40)),
        ...['李秀英', '¥30.00', '成功'].map((text, n) => line(text, 20 + n * 200, 80)),
        line('王晓明', 20, 120),
      ],
      '王晓明',
    ],
    ['with a password that looks like an amount', rows(['登录密码', '128.50']), '128.50'],
    ['with an address that the reader misread', rows(['', 'lan4qq@gmail.c0m']), 'lan4qq@gmail.c0m'],
    ['over two lines of a chat', [line('key: sk-XBUnqTyMBSlDbqDCfef', 60, 40), line('5t7k3XDSM', 60, 66)], '5t7k3XDSM'],
    ['although no rule knows it: four digits', rows(['', '7739']), '7739'],
    ['although no rule knows it: fourteen characters', rows(['', 'abcDEFghiJKLmn']), 'abcDEFghiJKLmn'],
    [
      'beside a label of two English words, one below the other',
      [
        line('Shipping', 20, 40),
        line('address', 20, 66),
        line('12 Elm Street, Apt 4,', 300, 40),
        line('Leeds LS1 4AP', 300, 66),
      ],
      'Leeds LS1 4AP',
    ],
    [
      'around a label that stands beside its second of three lines',
      [
        line('地址', 20, 66),
        line('陕西省西安市雁塔区', 300, 40),
        line('观日路九百号', 300, 66),
        line('四单元', 300, 92),
      ],
      '陕西省西安市雁塔区',
    ],
    ['glued to its label', [line('Cardholder nameEmily Carter', 20, 40)], 'Emily Carter'],
    ['behind a label with 1 for l', [line('Bi11ing emai1', 20, 40), line('lan at example', 200, 40)], 'lan at example'],
    ['behind a label of which one sign was misread', [line('收政人', 20, 40, 0.8), line('孙萍强', 200, 40)], '孙萍强'],
    [
      'in the second of two columns',
      [line('From', 20, 40), line('Beneficiary', 300, 40), line('Priya Raman', 20, 70), line('Hannah Okafor', 300, 70)],
      'Hannah Okafor',
    ],
    [
      'as a short prefix on a line of its own',
      [line('密钥', 20, 66), line('sk-', 500, 40), line('hkmoR0YiD8JRnFbsU5laNc4w', 293, 66), line('Q9BZ2q', 480, 92)],
      'sk-',
    ],
    ['said in a sentence', [line('转账给张小凡', 60, 40)], '张小凡'],
    ['between its label and the next one', [line('收件人：郭杰红电话：13337751688', 20, 40)], '郭杰红'],
    ['behind a label in the middle of a line', [line('3723696户名金艳磊', 20, 40)], '金艳磊'],
    [
      'on a second line that print in small letters leaves far below',
      [
        line('电邮', 20, 40),
        { ...line('vhm607@hotmail.', 300, 40), height: 15 },
        { ...line('com', 420, 74), height: 14 },
      ],
      'com',
    ],
    [
      'also where the unit of another column follows on its row',
      [
        ...['证件号', '金额'].map((text, n) => line(text, 20 + n * 400, 40)),
        ...['4403051997112464', '558.00'].map((text, n) => line(text, 20 + n * 400, 80)),
        ...['88', '元'].map((text, n) => line(text, 20 + n * 400, 102)),
      ],
      '88',
    ],
    [
      'in its own column, not in the next one’s',
      [
        ...['名', '收款人', '状态', '金额'].map((text, n) => line(text, 20 + n * 75, 40)),
        ...['ICery', 'neo', 'sun', 'moon'].map((text, n) => line(text, 20, 52 + n * 26)),
        ...['孙萍强', '已退款', '4.50'].map((text, n) => line(text, 95 + n * 75, 78)),
        ...['钟涛宇', '已退款', '7.50'].map((text, n) => line(text, 95 + n * 75, 104)),
      ],
      '孙萍强',
    ],
    ['that could hardly be read', [line('kq8 1', 60, 40, 0.3), line('¥5.00', 60, 80)], 'kq8 1'],
    ['in groups', rows(['', '138 0013 8000']), '138 0013 8000'],
  ])('%s', (_, lines, text) => expect(hidden(lines, text)).toBe(true))
})

describe('stays readable', () => {
  it.each([
    '¥128.50',
    '-6,590.50',
    '100元',
    '$60.64',
    'CNY 1,234.00',
    'Y40.46',
    'Balance:S60.64',
    'payment of$997.00onNov22,2026at12:09AM',
    '12.5 USDT',
    '2026-11-20 15:04:05',
    '2026年11月20日 15:04',
    'Nov 20, 2026 at 3:04 PM',
    '20/11/2026 15:04',
    '2026-11-20T15:04:05Z',
    '15:04',
    '支付成功',
    '已退款',
    '等待付款',
    'Payment successful',
    'Processing',
    '支付宝',
    '零钱通',
    '交通银行(8888)',
    'Visa ending in 4242',
    'Mastercard •••• 4242',
    'Visa ****4242',
    '工商银行信用卡[3321]',
    'gpt-4o-2024-08-06',
    'v2.14.0',
    '138****5678',
    '6222 **** **** 1234',
    'l***@qq.com',
    'sk-Ab3d**********x9Yz',
    '••••••••',
    '188*3987',
    'a*@163.com',
    'sk-EgW******mO0N3',
    '$0.028',
    'S0.0285',
    '$5.52/$10.00',
    '+168.0',
    'paid on Nov 7, 2026 at 2:41 AM with Apple Pay.',
    '支付时间：2026-11-20 15:04:05',
    'paid$108.73withPayPal,it says completed',
  ])('%s', (text) => expect(readScreen([line(text, 60, 40)]).covers).toEqual([]))

  it('a status at the end of an order’s row', () => {
    const lines = [line('订单号：DZ20261120ABCD1234EFGH', 20, 40), line('已完成', 600, 40)]
    expect(hidden(lines, '已完成')).toBe(false)
    expect(hidden(lines, 'DZ20261120ABCD1234EFGH')).toBe(true)
  })

  it('a card’s name and its last four digits as two lines', () => {
    const lines = [line('Payment method', 20, 40), line('Visa', 20, 66), line('9945', 120, 66)]
    expect(readScreen(lines).covers).toEqual([])
  })

  it('what stands below a sentence that ends like a label', () => {
    const lines = [line('请勿在公开频道发送密钥', 20, 40), line('Moderator 2026/04/14 22:44', 20, 80)]
    expect(readScreen(lines).covers).toEqual([])
  })

  it('the line below a password, whoever wrote it', () => {
    const lines = [line('密码：zz5a9g8!848', 20, 40), line('moonfox 2026/11/01 01:58', 20, 66)]
    expect(hidden(lines, 'zz5a9g8!848')).toBe(true)
    expect(hidden(lines, '2026/11/01 01:58')).toBe(false)
  })

  it('a masked card in three pieces behind its label', () => {
    const lines = [line('卡号', 20, 40), line('6222', 300, 40), line('**** ****', 350, 40), line('1234', 450, 40)]
    expect(readScreen(lines).covers).toEqual([])
  })

  it('a time, a card’s four digits and an amount that broke over two lines', () => {
    const lines = [
      ...['到账时间', '2026-07-23 1', '4:32:30'].map((text, n) => line(text, 20, 40 + n * 26)),
      ...['退回', '建设银行(697', '8)'].map((text, n) => line(text, 300, 40 + n * 26)),
    ]
    expect(readScreen(lines)).toMatchObject({ covers: [], fields: { time: '2026-07-23 14:32:30' } })
  })

  it('a status that a table’s column shows, beside names that are hidden', () => {
    const lines = [
      ...['Payee', 'Order', 'Total'].map((text, n) => line(text, 20 + n * 250, 40)),
      line('status', 270, 62),
      ...['Olivia', 'Paid', '$30.00'].map((text, n) => line(text, 20 + n * 250, 110)),
      ...['Haddad'].map((text) => line(text, 20, 136)),
      ...['Noah', 'Pending', '$9.00'].map((text, n) => line(text, 20 + n * 250, 190)),
    ]
    expect(['Olivia', 'Haddad', 'Noah', 'Paid', 'Pending'].map((text) => hidden(lines, text))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('what a better reading knows to be an amount, whatever the proof reader makes of its line', () => {
    const earlier = { safe: [{ kind: 'region', x: 120, y: 28, w: 60, h: 24 }], open: [] } as const
    const { covers } = readScreen([line('卡号8O23 1,280.50 99231', 20, 40)], { earlier })
    expect(covers.length).toBeGreaterThan(0)
    expect(covers.filter(({ x, w }) => x < 178 && x + w > 122)).toEqual([])
  })

  it('a sign in small print before an amount in large', () => {
    const lines = [line('¥', 20, 40), line('1280', 40, 40)]
    expect(readScreen(lines)).toMatchObject({ covers: [], fields: { amount: '1280' } })
  })
})
