// One plain spelling of what people type: half width, simplified, lower case, contractions opened, typos mended.
import { Converter } from 'opencc-js/t2cn'

const simplified = Converter({ from: 'tw', to: 'cn' })
const HAN = /\p{Script=Han}/u

/** Auxiliary verbs with "not" as one word, apostrophe or none: cues then know one way of saying no. */
const NOT = /\b(do|does|did|is|are|was|were|has|have|had|could|would|should)n'?t\b/g

/**
 * Plain spelling of one sentence or report. Pure and linear in the text; the patterns of cues are written for it.
 */
export function plain(text: string): string {
  const narrow = text.normalize('NFKC').toLowerCase()
  const letters = HAN.test(narrow) ? simplified(narrow).replaceAll('帐', '账') : narrow
  return letters
    .replace(/[’‘`´]/g, "'")
    .replace(/\b(can't|cannot|cant)\b/g, 'can not')
    .replace(/\b(won't|wont)\b/g, 'will not')
    .replace(NOT, '$1 not')
    .replace(/(?<=\p{Script=Han})[ \t]+(?=\p{Script=Han})/gu, ' ')
    .replace(/[ \t]+/g, ' ')
}
