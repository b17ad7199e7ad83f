// What a text of a verdict may be asked to hold or to leave out, in the words that case-rules 6 allows.

export type Language = 'zh' | 'en'
export type Labels = Readonly<Record<string, string>>

/** Meanings that each language puts in its own words: one word of the list is enough. */
const meanings: Readonly<Record<string, Readonly<Record<Language, RegExp>>>> = {
  'no-repay': {
    zh: /(不要|请勿|切勿|勿|不用|无需|不必|别).{0,8}(再|重复|又|第二次).{0,4}(付|支付|转账|扫码)/,
    en: /\b(do not|don[’']t|never|no need to)\b.{0,24}\b(pay(ing)?\b.{0,24}\b(again|twice|once more|a second time)|(another|second) payment)\b/i,
  },
  'new-order': {
    zh: /新订单|新的订单|新建.{0,4}订单|重新(下单|充值|创建|发起)|再下一?单|另下一?单/,
    en: /\bnew (order|one)\b|\b(order|recharge) again\b|\banother order\b/i,
  },
  refund: { zh: /退款|退回|退还/, en: /\brefund/i },
  'goes-back': { zh: /退/, en: /\brefund|\breturn|\bsent back|\b(go|goes|going|come|comes) back|\bback to\b/i },
  'api-key': { zh: /API ?(key|密钥)/i, en: /API[ -]?key/i },
  unpaid: {
    zh: /未(支付|付款|付)|没有?(支付|付款|付过|付)|尚未(支付|付款)/,
    en: /\bunpaid\b|\bnot (been |yet )?paid\b|n[’']t (been )?paid\b|\bno payment\b/i,
  },
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 10000 as "10000" or "10,000". */
const grouped = (whole: string): string => {
  const commas = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return commas === whole ? whole : `(?:${whole}|${commas})`
}

/** ¥50, ¥50.00, 50 元 and 50 yuan, but neither ¥500 nor 1.50 元. */
function yuan(amount: string): RegExp {
  const [whole = '', cents = ''] = amount.split('.')
  const decimals = cents === '' ? '(?:\\.00?)?' : cents.length === 1 ? `\\.${cents}0?` : `\\.${escaped(cents)}`
  const figure = `${grouped(whole)}${decimals}(?![\\d]|[.,]\\d)`
  return new RegExp(`[¥￥] ?${figure}|(?<![\\d.,])${figure} ?(?:元|yuan\\b)`, 'i')
}

/** A number of its own: not a part of a time, a date, an amount or a masked order number. */
const number = (figure: string): RegExp => new RegExp(`(?<![\\w:*¥￥.,-])${grouped(figure)}(?![\\w:*]|[.,-]\\d)`)

/** Any 12 neighbouring digits of a provider's number are as telling as the whole. */
function tells(text: string, txn: string): boolean {
  if (text.toLowerCase().includes(txn.toLowerCase())) return true
  const runs = (txn.match(/\d{12,}/g) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 11 }, (_, from) => run.slice(from, from + 12)),
  )
  return runs.some((run) => text.includes(run))
}

const form = /^\{([a-z-]+)(?::(.+))?\}$/

/**
 * Whether `text`, written in `language`, holds `phrase`: plain text (case ignored), or one of {mask:LABEL}, {yuan:N},
 * {number:N}, {txn:NUMBER} and the meanings above. The mask of a label that the line does not have is in no text.
 */
export function holds(text: string, phrase: string, language: Language, labels: Labels): boolean {
  const [, kind, value = ''] = form.exec(phrase) ?? []
  if (kind === undefined) return text.toLowerCase().includes(phrase.toLowerCase())
  if (kind === 'yuan') return yuan(value).test(text)
  if (kind === 'number') return number(value).test(text)
  if (kind === 'txn') return tells(text, value)
  if (kind !== 'mask') return meanings[kind]?.[language].test(text) ?? false
  const identifier = labels[value]
  return identifier !== undefined && text.includes(`****${identifier.slice(-4)}`)
}

const parameters: readonly string[] = ['mask', 'yuan', 'number', 'txn']

/** Whether `phrase` is plain text or one of the forms that `holds` knows: a misspelt form would never be found. */
export function isPhrase(phrase: string): boolean {
  const [, kind, value] = form.exec(phrase) ?? []
  if (kind === undefined) return phrase !== '' && !phrase.startsWith('{')
  return value === undefined ? kind in meanings : parameters.includes(kind)
}

/** Whether `phrase` names a secret (a number, a name, an address), which no part of the line may show. */
export const isSecret = (phrase: string): boolean => !phrase.startsWith('{') || phrase.startsWith('{txn:')
