// Names in letters that nothing announces: who a library takes for a person, and words that no dictionary has.
import nlp from 'compromise'
import { englishWords } from './english.ts'
import type { NameStretch } from './han-names.ts'
import { ROMAN } from './surnames.ts'

const family = new RegExp(`^(?:${ROMAN})$`)
const romanised = new RegExp(`^(?:${ROMAN})(?: \\p{Lu}\\p{Ll}{1,7}(?:-?\\p{Ll}{2,6})?){1,2}$`, 'u')
/** CHANTAIMAN: all of a name in capitals, the spaces lost. */
const CAPITALS = /(?<![\p{L}\d])[A-Z]{7,16}(?![\p{L}\d])/gu
const SYLLABLE = '[BCDFGHJKLMNPQRSTWXYZ]{0,2}H?[AEIOU]{1,3}(?:NG|N|K|T|P|M|H)?'
const together = new RegExp(
  `^(?:${ROMAN.split('|')
    .filter((name) => name.length > 2)
    .join('|')
    .toUpperCase()})(?:${SYLLABLE}){1,2}$`,
)
const PARTICLES = '(?:(?:van|von|der|den|de|del|da|dos|di|la|le|bin|binti|al|el) )*'
const WORD = /(?<![\p{Script=Latin}0-9@._/\\:$#-])\p{Ll}[\p{Script=Latin}'’]{3,}(?![\p{Script=Latin}0-9@_/(-]|\.\w)/gu
const PHRASE = new RegExp(
  `\\p{Lu}[\\p{Script=Latin}'’-]*\\.?(?:(?:,? |(?<=\\.))${PARTICLES}\\p{Lu}[\\p{Script=Latin}'’-]*\\.?){0,3}`,
  'gu',
)
/** Of the line: a phrase that fills so much of it stands alone. */
const ALONE = 0.7
/** G. Pugh */
const INITIAL = /^(?:\p{Lu}\. ?){1,2}\p{Lu}\p{Ll}+$/u
const capital = (word: string): string => word[0] + word.slice(1).toLowerCase()
const fewWords = (words: readonly string[]): boolean => words.length > 1 && words.length < 4

function isPerson(words: readonly string[]): boolean {
  const phrase = words.map(capital).join(' ')
  if ((romanised.test(phrase) && !words.every((word) => englishWords.has(word))) || nlp(phrase).people().found)
    return true
  return fewWords(words) && nlp(words[0] ?? '').people().found
}

/** What a name ends with that is no person's. */
const THING =
  /^(?:Bank|Pay|Card|Wallet|Cloud|AI|API|ID|Chat|Inc|Ltd|LLC|Store|Mall|Plan|Pro|Plus|Max|Team|Support|Club|Credits?|Tokens?|Group|Services?)[.x]?$/i

/** Chase is a given name too. */
const HOUSE = / (?:Bank|Inc|Ltd|LLC|GmbH|Corp)(?![A-Za-z])/i

/** A family name alone, as identity papers set it: SHAO. */
const isFamily = (word: string): boolean => family.test(capital(word)) && !englishWords.has(word)

/** WuJunjie: the reader lost the space. */
const apart = (phrase: string): readonly string[] =>
  phrase.split(' ').flatMap((word) => word.split(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u))

/** Shorter ones are made of two words by chance: Deepika. */
const LEAST_GLUED = 10
/** What sticks to the words beside it: ispaid, expiredon. */
const GLUE =
  'the they is are was you your this that and for with from has been will not to on of in at by it my our'.split(' ')
const sticks = (letters: string, glue: string): boolean =>
  (letters.startsWith(glue) && englishWords.has(letters.slice(glue.length))) ||
  (letters.endsWith(glue) && englishWords.has(letters.slice(0, -glue.length)))

/** A word of letters alone that nobody knows: a name, or one to sign in by. */
const isUnheardOf = (word: string): boolean => {
  const letters = word.replace(/['’]s$|[.,'’]+$/g, '')
  if (letters.length < 3 || englishWords.has(letters) || englishWords.hasMisread(letters)) return false
  if (letters.length < LEAST_GLUED) return !GLUE.some((glue) => sticks(letters.toLowerCase(), glue))
  return !englishWords.hasGlued(letters.replace(/['’-]/g, ''))
}

/** Every stretch of a line that may be a name in letters. */
export function* latinNamesIn(read: string): Generator<NameStretch> {
  // 0liver: a reader takes O for a nought.
  const text = read.replace(/(?<![\p{L}\d.])0(?=\p{Ll}{2})/gu, 'O')
  for (const { 0: word, index } of text.matchAll(CAPITALS))
    if (!englishWords.has(word) && together.test(word)) yield { start: index, end: index + word.length, sure: true }
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    if (phrase.length < 3) continue
    // XXXX: a card's digits that the app itself had hidden.
    const words = phrase.split(/,? |(?<=\.)(?=.)/).filter((word) => !/^X{2,}$/.test(word))
    const alone = phrase.length > ALONE * text.trim().length
    const sure = INITIAL.test(phrase) || (!HOUSE.test(phrase) && isPerson(apart(phrase)))
    const strange = !THING.test(words.at(-1) ?? '') && words.some((word) => word.length > 3 && isUnheardOf(word))
    if (sure || strange || (alone && isFamily(phrase))) yield { start: index, end: index + phrase.length, sure }
  }
  for (const { 0: word, index } of text.matchAll(WORD))
    if (isUnheardOf(word)) yield { start: index, end: index + word.length, sure: false }
}
