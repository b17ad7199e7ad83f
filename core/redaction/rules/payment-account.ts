// Accounts money comes from or goes to: wallets, Alipay, WeChat, QQ, PayPal; their shape, or what stands behind a label.
import { isAlnum } from '../glyphs.ts'
import type { Label } from '../labels.ts'
import type { NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import { ordinaryWord } from '../plain-words.ts'
import type { Found, Rule } from '../rule.ts'
import type { Word } from '../words.ts'

const WALLETS =
  /^(?:T[1-9A-HJ-NP-Za-km-z]{33}|0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,60}|wxid_[A-Za-z0-9]{6,30}|o[A-Za-z0-9_-]{5}[A-Za-z0-9_-]{22})$/
const OPEN_ID = /^o[A-Za-z0-9_-]{27}$/
/** Bitcoin's older addresses look like any token: only behind a label. */
const OLD_WALLET = /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/
const HANDLE = /^[A-Za-z][A-Za-z0-9_-]{4,31}$/
const NO_HANDLE =
  /^(?:payment|paid|wechat|alipay|account|number|native|scan|qrcode|refund|transfer|balance|channel|sandbox|pending|completed|failed|method|official|support|failed|wallet|address|error|business|personal|trc20|erc20|bep20|please|usdt\w*|only|works?|doesn|does|shows?|says?|always|not|and)$/i

const HANDLE_LABEL =
  /微信|加v|v信|vx|v x|wx|wechat|薇信|威信|qq|扣扣|企[鹅鵝]|telegram|[电電][报報]|[飞飛][机機]|line|skype|venmo|cash app|paypal/i
const QQ_LABEL = /^(?:qq|扣扣|企[鹅鵝])/i
/** The label names an account, not just the way to pay. */
const EXACT_LABEL = /[号號]|id|加v|v信|[账帐賬帳户戶]|account|加|地址|address|wallet|[钱錢]包|payer|vx|wx/i

const PHONE = /^1[3-9]\d{9}$/

const labelText = (label: Label, page: Page): string => page.slice(label.start, label.end)

function word(candidate: Word, page: Page): Found {
  const length = candidate.end - candidate.start
  if (length < 11 || length > 64) return undefined
  const text = page.slice(candidate.start, candidate.end)
  const first = text.charCodeAt(0)
  // T 0 b w o
  if (![84, 48, 98, 119, 111].includes(first) || !WALLETS.test(text)) return undefined
  if (OPEN_ID.test(text) && (text.match(/\d/g)?.length ?? 0) < 2) return undefined
  if (
    page.known(candidate.start) &&
    !/address|wallet|redirect/i.test(page.slice(Math.max(0, candidate.start - 40), candidate.start))
  )
    return undefined
  return { kind: 'payment_account', start: candidate.start, end: candidate.end }
}

/** A name behind the label: weixin ids, wallets, PayPal names. */
function announced(label: Label, page: Page): Found {
  const start = label.valueAt
  const found = page.wordAt(start)
  if (!found || found.start !== start || page.known(start)) return undefined
  if (found.end - start > 64) return undefined
  const text = page.slice(start, found.end)
  // An address of e-mail has its own rule; it is shown as one, too.
  if (page.unit(found.end) === 64 || page.unit(found.end) === 46 || page.unit(found.end) === 43) return undefined
  const name = labelText(label, page)
  if (/wallet|[钱錢]包|address|地址|btc|usdt/i.test(name) && OLD_WALLET.test(text))
    return { kind: 'payment_account', start, end: found.end }
  if (!HANDLE_LABEL.test(name) || !HANDLE.test(text) || NO_HANDLE.test(text) || ordinaryWord(text)) return undefined
  if (label.joint === 'comma' || label.below) return undefined
  const exact = EXACT_LABEL.test(name) || label.joint === 'sign'
  const drawn = /[\d_-]/.test(text)
  if (!drawn && !(exact && label.joint === 'sign') && !(/[号號]|id$/i.test(name) && label.joint !== 'space'))
    return undefined
  return drawn || exact ? { kind: 'payment_account', start, end: found.end } : undefined
}

function number(run: NumberRun, page: Page): Found {
  const label = run.label
  const labelled = label?.topic === 'account' && label.joint !== 'comma'
  if (!labelled && !(run.length === 16 && run.solid && run.digit(0) === 2)) return undefined
  if (run.letterAfter || run.bold || run.count('comma') > 0 || isAlnum(page.unit(run.end))) return undefined
  const claim = {
    kind: 'payment_account',
    start: run.start,
    end: run.end,
    shown: run.length >= 8 ? run.masked : '****',
  } as const
  // Every Alipay user and merchant: 2088 and twelve digits.
  if (run.length === 16 && run.solid && run.text.startsWith('2088') && !page.open(run.start)) return claim
  if (!labelled) return undefined
  const name = labelText(label, page)
  if (run.length === 11 && PHONE.test(run.text)) return { ...claim, shown: `${run.text.slice(0, 3)}${run.masked}` }
  if (QQ_LABEL.test(name))
    return run.solid && run.length <= 11 && run.digit(0) > 0 && (label.joint === 'sign' || run.length >= 7)
      ? claim
      : undefined
  // The bare word 账号 may be anybody's login: only what is as long as a bank account is one.
  // Without a sign between them, too: 收款账号 6222… is how banks' pages are copied.
  const least = label.joint === 'sign' && !/^[账帐賬帳][号户號戶]$/.test(name) ? 8 : 12
  return run.length >= least && EXACT_LABEL.test(name) && !run.thousands ? claim : undefined
}

export const paymentAccount: Rule = {
  name: 'payment account',
  kind: 'payment_account',
  shortest: 11,
  wordsBegin: 't 0x bc wx o',
  word,
  topics: ['account'],
  label: announced,
  digits: [16, 16],
  told: ['account', 5, 30],
  number,
  cases: {
    hides: [
      '微信号：[[zhangsan_88]]',
      '微信號：[[zhangsan_88]]',
      '收款賬號：[[955880123456]]',
      '收款帳號 [[6222021234567890123]] 開戶行',
      '錢包地址 [[1BoatSLRHtKNngkdXEeobR76b53LETtpyT]]',
      '加我微信[[wx20261120zs]]',
      '[[wxid_a1b2c3d4e5f6g7]]',
      'QQ号[[123456789]]',
      'QQ：[[10001234]]',
      'TRC20 [[TQ5Vj8mQf3Z2nq4bJk7R9dWxYp6LhGtEsa]]',
      'wallet: [[0x52908400098527886E0F7030069857D2E4169EE7]]',
      '支付宝账号：[[13812345678]]',
      'venmo: [[john-smith-42]]',
      '收款账号：[[955880123456]]',
      '收款账号 [[6222021234567890123]] 开户行 工商银行',
      '对方账户[[110060149012345678901]]',
      '收款账户\n[[622202 1234567890123]]',
      'alipay user [[2088123456789012]]',
    ],
    leaves: [
      '微信支付 50 元',
      'wechat payment failed',
      '支付宝 100',
      'QQ群 123456789',
      'paypal checkout',
      '用支付宝付的 20261120',
      'qq 上说过',
    ],
  },
}
