// How people and machines bend a value without meaning to hide it: two families, one of them set aside.
import type { Chance } from './chance.ts'

export type Disguise = (value: string, chance: Chance) => string

const each = (value: string, change: (sign: string) => string): string => [...value].map(change).join('')
const wide = (value: string): string =>
  each(value, (sign) => (/[!-~]/.test(sign) ? String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0) : sign))
const signsFor = (value: string, digits: string): string => {
  const signs = [...digits]
  return each(value, (sign) => (/\d/.test(sign) ? (signs[Number(sign)] ?? sign) : sign))
}
const sprinkle = (value: string, what: string, chance: Chance): string =>
  [...value].map((sign, index) => (index > 0 && chance.int(3) === 0 ? what + sign : sign)).join('')
const cut = (value: string, chance: Chance, by: string): string => {
  const at = 4 + chance.int(Math.max(1, value.length - 8))
  return value.slice(0, at) + by + value.slice(at)
}
const fours = (value: string, by: string): string => value.match(/.{1,4}/g)?.join(by) ?? value
const phoneWise = (value: string, by: string): string =>
  value.length === 11 ? `${value.slice(0, 3)}${by}${value.slice(3, 7)}${by}${value.slice(7)}` : fours(value, by)

/** For values of digits, and for values with letters. Looked at while the rules were written. */
export const openDisguises: { readonly digits: readonly Disguise[]; readonly letters: readonly Disguise[] } = {
  digits: [
    wide,
    (value, chance) => sprinkle(value, '\u200b', chance),
    (value) => phoneWise(value, ' '),
    (value) => phoneWise(value, '-'),
    (value) => signsFor(value, '零一二三四五六七八九'),
    (value, chance) => cut(value, chance, '\n'),
    (value) => each(value, (sign) => (sign === '0' ? 'O' : sign)),
    (value) => [...value].join(' '),
  ],
  letters: [
    wide,
    (value, chance) => sprinkle(value, '\u200b', chance),
    (value) => value.replaceAll('-', '—'),
    (value) => value.replaceAll('-', ' - '),
  ],
}

/** Set aside. */
export const heldDisguises: typeof openDisguises = {
  digits: [
    (value) => signsFor(value, '⓪①②③④⑤⑥⑦⑧⑨'),
    (value) => signsFor(value, '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'),
    (value) => signsFor(value, '零壹贰叁肆伍陆柒捌玖'),
    (value) => signsFor(value, '〇一二三四五六七八九'),
    (value) => signsFor(value, '٠١٢٣٤٥٦٧٨٩'),
    (value, chance) => sprinkle(value, '\u034f', chance),
    (value, chance) => sprinkle(value, '\u00ad', chance),
    (value) => each(value, (sign) => `${sign}\u0332`),
    (value) => each(value, (sign) => (/\d/.test(sign) ? `${sign}\ufe0f\u20e3` : sign)),
    (value) => phoneWise(value, '\u00a0'),
    (value) => phoneWise(value, '\u2009'),
    (value) => phoneWise(value, '–'),
    (value) => phoneWise(value, '.'),
    (value) => phoneWise(value, '·'),
    (value, chance) => cut(value, chance, '\n> '),
    (value, chance) => cut(value, chance, '\r\n'),
    (value) => each(value, (sign) => (sign === '0' ? 'О' : sign === '1' ? 'l' : sign)),
  ],
  letters: [
    (value, chance) => sprinkle(value, '\u2060', chance),
    (value, chance) => sprinkle(value, '\ufeff', chance),
    (value) => each(value, (sign) => `${sign}\u0332`),
    (value) => value.replaceAll('-', '−'),
    (value) => value.replaceAll('-', '‑'),
    (value) =>
      each(value, (sign) => ({ A: 'А', B: 'В', C: 'С', E: 'Е', a: 'а', e: 'е', o: 'о', p: 'р' })[sign] ?? sign),
  ],
}
