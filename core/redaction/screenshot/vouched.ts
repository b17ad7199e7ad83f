// What stands alone on a line and is no word of payment screens may be a name; in a sentence, what is no word at all.
// The words of on-screens.json: those of the open interfaces of shops, consoles and books (medusa, akaunting, strapi, payload,
// litemall, mall, one-api), the commonest verbs of jieba's dictionary, and what was added by hand. One that is missing costs a
// box on the picture, one too many may cost a nickname: no names of people, animals or flowers.

import { screenWords } from './english.ts'
import type { NameStretch } from './han-names.ts'
import { labelAt } from './labels.ts'
import words from './on-screens.json' with { type: 'json' }
import { FAMILY } from './surnames.ts'

const chinese: ReadonlySet<string> = new Set(words.zh.split(' '))
/** Signs that are words by themselves, or parts of the words of this trade that the dictionary of the runtime takes apart. */
const signs: ReadonlySet<string> = new Set(words.signs)
/** Signs that stand by themselves in sentences. */
const signsOfProse: ReadonlySet<string> = new Set(words.prose + words.signs)

/** In signs and in words: more of them are a sentence, where names are told by what stands around them. */
const [SENTENCE_OF_SIGNS, SENTENCE_OF_WORDS] = [8, 5]
const HAN = /\p{Script=Han}{2,}/gu
const PHRASE = /\p{Script=Latin}[\p{Script=Latin}'’-]+(?: \p{Script=Latin}[\p{Script=Latin}'’.-]*)*/gu
/** In the midst of a sentence English writes names of people and things with capitals, and nothing else. */
const PROPER = /(?<=[\p{Ll}\d,;)]\s)\p{Lu}[\p{Script=Latin}'’-]+(?: \p{Lu}[\p{Script=Latin}'’.-]*)*/gu
/** Shorter ones are glued words by chance. */
const LEAST_GLUED = 6

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })

/** What ends so is a house, not a person. */
const HOUSE =
  /(?:银行|[支分]行|公司|旗舰店|专营店|便利店|专卖店|超市|商城|商行|科技|数码|大学|医院|酒店|餐厅|航空|速递|快递)$/

const LONGEST_WORD = 6

/** Whether it is made of words and signs of the trade. The runtime's dictionary takes many of them apart, so it is not asked. */
function isOfWords(run: string): boolean {
  const reached = [true]
  for (let end = 1; end <= run.length; end++) {
    reached[end] = reached[end - 1] === true && signs.has(run[end - 1] ?? '')
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1 && !reached[end]; start++)
      reached[end] = reached[start] === true && chinese.has(run.slice(start, end))
  }
  return reached[run.length] === true
}

const isVouchedHan = (run: string): boolean => HOUSE.test(run) || labelAt(run)?.whole === true || isOfWords(run)

const COMPANY = /(?:^| )(?:Bank|Inc|Ltd|Limited|LLC|Corp|GmbH|Store|Mall|Cloud|API|Academy|University|Hotel)\.?$/i

const isVouchedWord = (word: string): boolean =>
  word.length < 2 ||
  screenWords.has(word) ||
  screenWords.hasMisread(word) ||
  (word.length >= LEAST_GLUED && screenWords.hasGlued(word))

/** 钱婧: a sign that is no word, and a family name before it. */
function* strangeSigns(run: string): Generator<{ start: number; end: number }> {
  const pieces = [...dictionary.segment(run)]
  for (const [at, { segment, index }] of pieces.entries()) {
    if (segment.length > 1 || signsOfProse.has(segment)) continue
    const before = pieces[at - 1]
    const start = before && before.segment.length === 1 && FAMILY.includes(before.segment) ? before.index : index
    yield { start, end: index + 1 }
  }
}

/** Every stretch of a value or a line that nothing vouches for. */
export function* unvouchedIn(text: string): Generator<NameStretch> {
  const short = (text.match(/\p{Script=Han}/gu)?.length ?? 0) < SENTENCE_OF_SIGNS
  for (const { 0: run, index } of text.matchAll(HAN)) {
    if (!short)
      for (const { start, end } of strangeSigns(run)) yield { start: index + start, end: index + end, sure: false }
    else if (!isVouchedHan(run)) yield { start: index, end: index + run.length, sure: false }
  }
  const sentence = (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= SENTENCE_OF_WORDS
  for (const { 0: phrase, index } of text.matchAll(sentence ? PROPER : PHRASE))
    if (!COMPANY.test(phrase) && !phrase.split(/[ '’.-]+/).every(isVouchedWord))
      yield { start: index, end: index + phrase.length, sure: false }
}
