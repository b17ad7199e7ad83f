// What a text would have to hold for a net to find something in it, seen in one pass: most answers hold none of it.

export type Mark = 'at' | 'DZ' | 'digits' | 'long' | 'groups'

const [DIGIT, LETTER, UNDERSCORE, DASH, SPACE] = [1, 2, 4, 8, 16] as const
const kinds = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code)
  kinds[code] = /\d/.test(letter)
    ? DIGIT
    : /[A-Za-z]/.test(letter)
      ? LETTER
      : ({ _: UNDERSCORE, '-': DASH, ' ': SPACE }[letter] ?? 0)
}
const ALNUM = DIGIT | LETTER
const WORD = ALNUM | UNDERSCORE | DASH
const GAP = DASH | SPACE

/** Eleven digits with at most one gap between two, eighteen characters of a word, four groups of five: the least that is looked for. */
const LEAST = { digits: 11, long: 18, groups: 20 } as const

export function marksOf(text: string): { readonly [mark in Mark]: boolean } {
  let [word, longest] = [0, 0]
  let [digits, most, gap] = [0, 0, false]
  // Groups of five written together are one run whose length is a multiple of five.
  let [run, grouped, mostGrouped] = [0, 0, 0]
  let [at, dz, before] = [false, false, 0]
  // One step beyond the end closes the last run.
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0
    const kind = code < 128 ? (kinds[code] ?? 0) : 0
    word = kind & WORD ? word + 1 : 0
    if (word > longest) longest = word
    if (kind === DIGIT) {
      digits += 1
      gap = false
      if (digits > most) most = digits
    } else if (kind & GAP && digits > 0 && !gap) gap = true
    else digits = 0
    if (kind & ALNUM) run += 1
    else {
      grouped = run > 0 && run % 5 === 0 ? grouped + run : 0
      if (grouped > mostGrouped) mostGrouped = grouped
      if (!(kind & GAP)) grouped = 0
      run = 0
    }
    if (code === 64) at = true
    if ((code | 32) === 122 && (before | 32) === 100) dz = true
    before = code
  }
  return { at, DZ: dz, digits: most >= LEAST.digits, long: longest >= LEAST.long, groups: mostGrouped >= LEAST.groups }
}
