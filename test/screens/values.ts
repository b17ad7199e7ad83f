// Made-up values of every kind that payment screens show; none belongs to anybody.
import type { Chance } from './chance.ts'

const DIGITS = '0123456789'
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const two = (n: number): string => String(n).padStart(2, '0')

export type Values = ReturnType<typeof valuesOf>

function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const n = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (n > 9 ? n - 9 : n)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

export function valuesOf(chance: Chance) {
  const { int, pick, text } = chance
  const date = { y: 2026, m: int(1, 12), d: int(1, 28), h: int(0, 23), min: int(0, 59), s: int(0, 59) }
  const stamp = `${date.y}${two(date.m)}${two(date.d)}`
  const yuan = pick([`${int(1, 99)}.${two(int(0, 99))}`, `${int(100, 999)}.00`, `${int(1, 9)},${int(100, 999)}.50`])
  const zh = {
    name: pick(['王晓明', '李秀英', '张伟', '欧阳若兰', '陈思远', '刘洋', '赵子轩', '周敏']),
    address: `${pick(['广东省深圳市南山区', '浙江省杭州市西湖区', '北京市朝阳区', '四川省成都市武侯区'])}${pick(['科技园南路', '文三路', '建国路', '天府大道'])}${int(2, 300)}号${int(1, 20)}栋${int(101, 2402)}室`,
  }
  const en = {
    name: pick(['Emily Carter', 'James Whitfield', 'Wei Zhang', 'Priya Raman', 'Daniel Osei', 'Sofia Marino']),
    address: `${int(10, 990)} ${pick(['Maple', 'Harbor', 'Kingsway', 'Elm'])} ${pick(['Street', 'Road', 'Avenue'])}, Apt ${int(1, 40)}, ${pick(['Austin, TX 78701', 'Leeds LS1 4AP', 'Toronto, ON M5V 2T6'])}`,
  }
  const mailbox = `${pick(['lan', 'mike', 'zhouxy', 'olivia', 'tk'])}${pick(['', '.', '_'])}${text('abcdefghijkmnprstuvwxyz', 4)}${int(1, 99)}`
  const phone = `1${pick(['38', '59', '86', '77', '31'])}${text(DIGITS, 8)}`
  const card = luhn(`62${text(DIGITS, 16)}`)
  const iso = `${date.y}-${two(date.m)}-${two(date.d)} ${two(date.h)}:${two(date.min)}:${two(date.s)}`
  const month = pick(['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Aug', 'Sep', 'Nov', 'Dec'])
  return {
    date,
    zh,
    en,
    amount: yuan,
    time: iso,
    timeZh: `${date.y}年${date.m}月${date.d}日 ${two(date.h)}:${two(date.min)}`,
    timeEn: `${month} ${date.d}, ${date.y} at ${date.h % 12 || 12}:${two(date.min)} ${date.h < 12 ? 'AM' : 'PM'}`,
    alipay: `${stamp}2200${text(DIGITS, 16)}`,
    wechat: `42000${text(DIGITS, 5)}${stamp}${text(DIGITS, 10)}`,
    order: `DZ${stamp}${text(BASE32, 12)}`,
    gateway: `USR${int(10, 9999)}NO${text(ALNUM, 6)}${int(1_700_000_000, 1_799_999_999)}`,
    merchant: `${stamp}${two(date.h)}${two(date.min)}${text(DIGITS, 8)}`,
    serial: `${pick(['ORD-', 'PAY', 'TXN-', 'INV-'])}${text(BASE32, 4)}-${text(DIGITS, 6)}`,
    phone,
    phoneSpaced: `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
    card,
    cardSpaced: card.replace(/(.{4})(?=.)/g, '$1 '),
    visa: luhn(`4${text(DIGITS, 14)}`).replace(/(.{4})(?=.)/g, '$1 '),
    last4: text(DIGITS, 4),
    email: `${mailbox}@${pick(['qq.com', '163.com', 'gmail.com', 'outlook.com', 'foxmail.com'])}`,
    key: `${pick(['sk-', 'sk-proj-', 'sk-ant-api03-'])}${text(ALNUM, 40)}`,
    keyShort: `sk-${text(ALNUM, 28)}`,
    code: Array.from({ length: 4 }, () => text(BASE32, 5)).join('-'),
    codeOld: Array.from({ length: 4 }, () => text(BASE32, 4)).join('-'),
    hex: text('0123456789abcdef', 32),
    password: `${pick(['Qw', 'mima', 'Blue', 'zz'])}${text(ALNUM, 5)}${pick(['!', '@', '#', ''])}${int(1, 999)}`,
    id: `${pick(['110101', '440305', '330106'])}19${int(60, 99)}${two(int(1, 12))}${two(int(1, 28))}${text(DIGITS, 3)}${pick(['X', '1', '7'])}`,
    wxid: `wxid_${text('abcdefghijklmnopqrstuvwxyz0123456789', 14)}`,
    wallet: `T${text(ALNUM, 33)}`,
    bank: pick(['招商银行', '工商银行', '建设银行', '中国银行', '交通银行']),
    user: `${pick(['lucky', 'neo', 'sun'])}_${text('abcdefghij0123456789', 6)}`,
  }
}
