// How a character may be disguised: what each code point counts as when we look for values.

/** Marks in the table of a view: this code point vanishes, or becomes several units. */
export const DROPPED = 0xffff
export const SEVERAL = 0xfffe
/** Stands in the view for whatever has no plain form (emoji and the like): an edge for every rule. */
export const OTHER = 0xfffd

const code = (text: string): number => text.charCodeAt(0)

// Blank letters that Unicode does not call format characters.
const BLANK = new Set([0x3164, 0x115f, 0x1160, 0xffa0, 0x2800, 0x180e])

// Signs people use where a dash or a dot belongs, beside the category Pd.
const DASHES = new Set([0x2212, 0x30fc, 0xff70, 0x2500, 0x2501, 0x2043, 0x00b7, 0x2022, 0x2027, 0x2219, 0x30fb, 0xff65])

/** First code points of ten digits in a row which NFKC leaves alone: [code of the sign, digit it shows]. */
const RINGED: readonly (readonly [number, number])[] = [
  [0x2776, 1],
  [0x2780, 1],
  [0x278a, 1],
  [0x24f5, 1],
]

const LINE_BREAKS = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029])

/** The digit of a decimal digit sign of any script: scripts keep their ten digits in a row. */
function decimalDigit(point: number): number {
  let first = point
  while (point - first < 10 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--
  return (point - first) % 10
}

/** The plain form of one code point: '' vanishes, '\n' and ' ' for every break and space, '-' for every dash. */
export function plainForm(point: number): string {
  if (LINE_BREAKS.has(point)) return '\n'
  if (point < 0x20) return ' '
  if (BLANK.has(point)) return ''
  if (DASHES.has(point)) return '-'
  const sign = String.fromCodePoint(point)
  if (/^\p{Zs}$/u.test(sign)) return ' '
  if (/^[\p{Cf}\p{Mn}\p{Me}]$/u.test(sign)) return ''
  if (/^\p{Pd}$/u.test(sign)) return '-'
  for (const [first, digit] of RINGED) {
    if (point >= first && point < first + 10) return String(point - first + digit)
  }
  const plain = sign.normalize('NFKC')
  if (/^\p{Nd}$/u.test(plain) && plain.charCodeAt(0) > 0x7f) return String(decimalDigit(point))
  if (/^\p{Zs}+$/u.test(plain)) return ' '
  return plain.length <= 4 && !/[\ud800-\udfff]/.test(plain)
    ? plain.replace(/[\p{Mn}\p{Me}]/gu, '')
    : String.fromCharCode(OTHER)
}

/** Chinese digits, everyday, formal, traditional and as they are said over the phone. */
const CHINESE = [
  '零〇○洞',
  '一壹幺弌',
  '二贰貳弍两兩',
  '三叁參叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒拐',
  '八捌',
  '九玖勾',
]

// Letters that are read as a digit. The plain ones are believed anywhere, the bold ones only where a check digit agrees.
const PLAIN_LOOK = { O: 0, o: 0, l: 1, I: 1, i: 1 } as const
const BOLD_LOOK = { D: 0, Q: 0, Z: 2, z: 2, S: 5, s: 5, G: 6, b: 6, B: 8, g: 9, q: 9 } as const

const NONE = 255
const chineseDigits = new Uint8Array(0x10000).fill(NONE)
CHINESE.forEach((signs, digit) => {
  for (const sign of signs) chineseDigits[code(sign)] = digit
})
const plainLook = new Uint8Array(128).fill(NONE)
const boldLook = new Uint8Array(128).fill(NONE)
for (const [sign, digit] of Object.entries(PLAIN_LOOK)) plainLook[code(sign)] = digit
for (const [sign, digit] of Object.entries(BOLD_LOOK)) boldLook[code(sign)] = digit

const digitIn = (table: Uint8Array, unit: number): number => {
  const digit = table[unit] ?? NONE
  return digit === NONE ? -1 : digit
}

/** 0 to 9, or -1. */
export const chineseDigit = (unit: number): number => (unit < 0x2000 ? -1 : digitIn(chineseDigits, unit))
export const plainLookDigit = (unit: number): number => digitIn(plainLook, unit)
export const boldLookDigit = (unit: number): number => digitIn(boldLook, unit)

const TWINS: Record<string, string> = {
  АВЕКМНОРСТХУІЈЅ: 'ABEKMHOPCTXYIJS',
  аеорсухіјѕ: 'aeopcyxijs',
  ԁԛԝһ: 'dqwh',
  ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ: 'ABEZHIKMNOPTYX',
  οινα: 'oiva',
  З: '3',
}

/** Cyrillic and Greek letters drawn like Latin ones (or like a digit). */
export const twins: ReadonlyMap<number, number> = new Map(
  Object.entries(TWINS).flatMap(([foreign, latin]) =>
    [...foreign].map((sign, index): [number, number] => [code(sign), latin.charCodeAt(index)]),
  ),
)

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
export const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90
export const isLower = (unit: number): boolean => unit >= 97 && unit <= 122
export const isLetter = (unit: number): boolean => isUpper(unit) || isLower(unit)
export const isAlnum = (unit: number): boolean => isDigit(unit) || isLetter(unit)
/** A Chinese character. */
export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

const ASCII = 128

/** A set of signs asked about for every unit of a text: a table for ASCII, a few others beside. */
export class SignSet {
  readonly #table = new Uint8Array(ASCII)
  readonly #others: ReadonlySet<number>

  constructor(signs: string) {
    const others = new Set<number>()
    for (let i = 0; i < signs.length; i++) {
      const unit = signs.charCodeAt(i)
      if (unit < ASCII) this.#table[unit] = 1
      else others.add(unit)
    }
    this.#others = others
  }

  has(unit: number): boolean {
    return unit < ASCII ? this.#table[unit] === 1 : this.#others.size > 0 && this.#others.has(unit)
  }
}
