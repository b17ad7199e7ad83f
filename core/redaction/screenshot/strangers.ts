// Names that nothing announces: words in which a dictionary sees a person, or nothing at all. Who may be one is covered.
import nlp from 'compromise'
import { isEnglish } from './english.ts'
import { keptIn } from './keep.ts'
import { labelAt } from './labels.ts'
import type { Placed } from './layout.ts'
import { DOUBLE, FAMILY, ROMAN, SURNAMES } from './surnames.ts'

type Stretch = { readonly start: number; readonly end: number }

const families = new Set([...FAMILY, ...DOUBLE.split('|')])
/** Begin with a family name and are none, though the dictionary does not hold them in one piece. */
const WORDS =
  /^(?:余额|元宝|安卓|严选|米家|金卡|龙卡|万事达|文心|包月|包年|常用|易付|付款|付费|商家|高级|向[您商我]|.[支分]行|于\d|应收|简体|付了|白条)/
/** What makes another word of a word: 成功率. */
const SUFFIX = new Set(
  '率表额度价号卡费码版型时器性化者员单数量日期限款方式人中后前内外上下点分元天月年次个张条项级类区市省站店包券票机网页',
)
/** May stand right before a name inside a sentence. */
/** 周卡, 严选: no given name. */
const NOT_GIVEN = /^[卡券票费额度率号码版型网店站包选宝]$/
const LEADS = /^[给向从自由是叫请和与致对@的]$/
const TITLE = /^(?:先生|女士|小姐|同学|老师|师傅|经理|总监|医生|总|哥|姐|工)/
/** What friends call each other: 小林, 阿明, 老王. */
const PET = /^(?!小[计时票程费米红额写心]|老[板师家])[小阿老]\p{Script=Han}$/u

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })
const piecesOf = (run: string): readonly Intl.SegmentData[] => [...dictionary.segment(run)]

/** How far a given name of one sign or two goes behind a family name; 0 where none can stand there. */
function given([first = '', second = '']: readonly string[]): number {
  if (first === '' || first.length > 2 || (second === '' && NOT_GIVEN.test(first))) return 0
  return first.length === 1 && second.length === 1 ? 2 : first.length
}

/** A family name that the dictionary leaves alone, and a given name behind it: 王|小明, 欧阳|晓|明. */
function* familiesIn(run: string, alone: boolean): Generator<Stretch> {
  const pieces = piecesOf(run)
  for (const [at, { segment, index }] of pieces.entries()) {
    if (!families.has(segment) || WORDS.test(run.slice(index))) continue
    const before = pieces[at - 1]?.segment ?? ''
    const [after, title] = [index + segment.length, TITLE.exec(run.slice(index + segment.length))?.[0] ?? '']
    const length = given(pieces.slice(at + 1, at + 3).map((piece) => piece.segment))
    const end = after + (title.length || length)
    const common = before.length < 2 && SURNAMES.includes(segment)
    const led = before.length !== 1 || LEADS.test(before) || (end === run.length && end - index === 3)
    if (end > after && led && (alone || title || common || end === run.length || TITLE.test(run.slice(end))))
      yield { start: index, end }
  }
}

/** 高明强: the dictionary takes the beginning of the name for a word. */
function likeWord(run: string): boolean {
  const [word, rest, ...more] = piecesOf(run).map(({ segment }) => segment)
  if (run.length !== 3 || word?.length !== 2 || rest?.length !== 1 || more.length > 0 || WORDS.test(run)) return false
  return FAMILY.includes(run[0] ?? '') && !SUFFIX.has(rest)
}

const HAN = /\p{Script=Han}{2,24}/gu
/** A line of no more is a name by itself or none. */
const LONGEST_NAME = 4

function* chineseIn(text: string): Generator<Stretch> {
  for (const { 0: run, index } of text.matchAll(HAN)) {
    if (labelAt(run)?.whole) continue
    if (PET.test(run) || likeWord(run)) yield { start: index, end: index + run.length }
    // Whoever is spoken to in a group: @詹永健把单号发来.
    const alone = run.length <= LONGEST_NAME || text[index - 1] === '@'
    for (const { start, end } of familiesIn(run, alone)) yield { start: index + start, end: index + end }
  }
}

const family = new RegExp(`^(?:${ROMAN})$`)
const romanised = new RegExp(`^(?:${ROMAN})(?: \\p{Lu}\\p{Ll}{1,7}(?:-?\\p{Ll}{2,6})?){1,2}$`, 'u')
const PHRASE = /\p{Lu}[\p{L}'’-]*\.?(?:,? \p{Lu}[\p{L}'’-]*\.?){0,3}/gu
/** Of the line: a phrase that fills so much of it stands alone. */
const ALONE = 0.7
const capital = (word: string): string => word[0] + word.slice(1).toLowerCase()
const fewWords = (words: readonly string[]): boolean => words.length > 1 && words.length < 4

function isPerson(words: readonly string[]): boolean {
  const phrase = words.map(capital).join(' ')
  if ((romanised.test(phrase) && !words.every(isEnglish)) || nlp(phrase).people().found) return true
  return fewWords(words) && nlp(words[0] ?? '').people().found
}

/** What a name ends with that is no person's. */
const THING =
  /^(?:Bank|Pay|Card|Wallet|Cloud|AI|API|ID|Chat|Inc|Ltd|LLC|Store|Mall|Plan|Pro|Plus|Max|Team|Support|Club|Credits?|Tokens?|Group|Services?)[.x]?$/i

/** Two or three words of which one is in no dictionary, and that are no place: Thabo Nkosi. */
const unheardOf = (words: readonly string[]): boolean =>
  fewWords(words) &&
  words.every((word) => word.length > 1) &&
  !THING.test(words.at(-1) ?? '') &&
  !words.every(isEnglish) &&
  !nlp(words.map(capital).join(' ')).places().found

/** A family name alone, as identity papers set it: SHAO. */
const isFamily = (word: string): boolean => family.test(capital(word)) && !isEnglish(word)

/** WuJunjie: the reader lost the space. */
const apart = (phrase: string): readonly string[] =>
  phrase.split(' ').flatMap((word) => word.split(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u))

function* latinIn(text: string): Generator<Stretch> {
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    if (phrase.length < 3) continue
    const alone = phrase.length > ALONE * text.trim().length
    if (isPerson(apart(phrase)) || (alone && (unheardOf(phrase.split(' ')) || isFamily(phrase))))
      yield { start: index, end: index + phrase.length }
  }
}

/** Covers what may be a name behind the label of a line. Kept values stay kept: a method or a status is nobody's name. */
export function coverStrangers(line: Placed): void {
  if (line.labelTail) return
  const from = line.label?.valueAt ?? 0
  const value = line.text.slice(from)
  const claimed = keptIn(line.text)
  for (const { start, end } of [...chineseIn(value), ...latinIn(value)]) {
    // A label keeps nearly any word for a status or a method: a name is stronger than that, not than their grammar.
    const whole = start === 0 && end === value.trimEnd().length
    const force = whole && !claimed.some((span) => span.start < from + end && from + start < span.end)
    line.mark(from + start, from + end, 'person', force)
  }
}
