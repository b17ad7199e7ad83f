// What stands alone on a line and is no word of payment screens may be a name; in a sentence, what is no word at all.

import { screenWords } from './english.ts'
import type { NameStretch } from './han-names.ts'
import { labelAt } from './labels.ts'
import { FAMILIES, FAMILY } from './surnames.ts'
import { isOfTradeWords, signsOfProse } from './trade-words.ts'

/** In signs and in words: more of them are a sentence, where names are told by what stands around them. */
const [SENTENCE_OF_SIGNS, SENTENCE_OF_WORDS] = [8, 5]
const HAN = /\p{Script=Han}{2,}/gu
const PHRASE = /\p{Script=Latin}[\p{Script=Latin}'’-]+(?: \p{Script=Latin}[\p{Script=Latin}'’.-]*)*/gu
/** In the midst of a sentence English writes names of people and things with capitals, and nothing else. */
const PROPER = /(?<=[\p{Ll}\d,;:)]\s)\p{Lu}[\p{Script=Latin}'’-]+(?: \p{Lu}[\p{Script=Latin}'’.-]*)*/gu
/** Shorter ones are glued words by chance. */
const LEAST_GLUED = 7

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })

/** What ends so is a house, not a person. */
const HOUSE =
  /(?:银行|[支分]行|公司|旗舰店|专营店|便利店|专卖店|超市|商城|商行|科技|数码|大学|医院|酒店|餐厅|航空|速递|快递)$/

const isVouchedHan = (run: string): boolean => HOUSE.test(run) || labelAt(run)?.whole === true || isOfTradeWords(run)

const COMPANY = /(?:^| )(?:Bank|Inc|Ltd|Limited|LLC|Corp|GmbH|Store|Mall|Cloud|API|Academy|University|Hotel)\.?$/i

const isVouchedWord = (word: string): boolean =>
  word.length < 2 ||
  /^x+$/i.test(word) ||
  screenWords.has(word) ||
  screenWords.hasMisread(word) ||
  (word.length >= LEAST_GLUED && screenWords.hasGlued(word))

const isVouchedPhrase = (phrase: string): boolean =>
  COMPANY.test(phrase) || phrase.split(/[ '’.-]+/).every(isVouchedWord)

/** Nothing but a family name and what is given, and no way to pay. */
const CALLED = new RegExp(`^(?!.*(?:[付卡宝]|钱包|银行|转[账帐]))[${FAMILY}]\\p{Script=Han}{1,3}$`, 'u')

/** 钱婧, 司马心怡: a sign that is no word, and the family name before it. */
function* strangeSigns(run: string): Generator<{ start: number; end: number }> {
  const pieces = [...dictionary.segment(run)]
  for (const [at, { segment, index }] of pieces.entries()) {
    if (segment.length > 1 || signsOfProse.has(segment)) continue
    const [before, second] = [pieces[at - 1], pieces[at - 2]]
    const near = before?.segment.length === 1 ? [before, second] : [before]
    const family = near.find((piece) => piece && FAMILIES.has(piece.segment))
    yield { start: family?.index ?? index, end: index + 1 }
  }
}

/** Who speaks: a few words before the first colon of a line. */
const SPEAKER = /^[^:：]{1,20}(?=[:：]\s?[^\d/])/u

function* hanIn(text: string, isSentence: boolean): Generator<NameStretch> {
  for (const { 0: run, index } of text.matchAll(HAN)) {
    if (isSentence)
      for (const { start, end } of strangeSigns(run)) yield { start: index + start, end: index + end, sure: false }
    else if (!isVouchedHan(run))
      yield { start: index, end: index + run.length, sure: run === text.trim() && CALLED.test(run) }
  }
}

function* latinIn(text: string, isSentence: boolean): Generator<NameStretch> {
  for (const { 0: phrase, index } of text.matchAll(isSentence ? PROPER : PHRASE))
    if (!isVouchedPhrase(phrase)) yield { start: index, end: index + phrase.length, sure: false }
}

/** Every stretch of a value or a line that nothing vouches for. */
export function* unvouchedIn(text: string): Generator<NameStretch> {
  const ofSigns = (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= SENTENCE_OF_SIGNS
  const ofWords = (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= SENTENCE_OF_WORDS
  yield* hanIn(text, ofSigns)
  yield* latinIn(text, ofWords)
  const speaker = ofSigns || ofWords ? SPEAKER.exec(text)?.[0] : undefined
  if (speaker === undefined || labelAt(text) !== undefined) return
  yield* hanIn(speaker, false)
  yield* latinIn(speaker, false)
}
