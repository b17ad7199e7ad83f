// Names in Chinese writing that nothing announces: a family name that the dictionary leaves alone, and what is given behind it.
import { labelAt } from './labels.ts'
import { FAMILIES, FAMILY, SURNAMES } from './surnames.ts'

type Stretch = { readonly start: number; readonly end: number }
/** `sure`: a person and nothing else, so that it outweighs what a label says. */
export type NameStretch = Stretch & { readonly sure: boolean }

/** Begin with a family name and are none, though the dictionary does not hold them in one piece. */
const WORDS =
  /^(?:余额|元宝|安卓|严选|米家|金卡|龙卡|万事达|文心|包月|包年|常用|易付|付款|付费|商家|高级|向[您商我]|.[支分]行|于\d|应收|简体|付了|白条|费[用率金代期单成失]|华[为夏东南北中泰润硕])/
/** What makes another word of a word: 成功率. */
const SUFFIX = new Set(
  '率表额度价号卡费码版型时器性化者员单数量日期限款方式人中后前内外上下点分元天月年次个张条项级类区市省站店包券票机网页',
)
/** 周卡, 严选: no given name. */
const NOT_GIVEN = /^[卡券票费额度率号码版型网店站包选宝]$/
/** May stand right before a name inside a sentence. */
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
    if (!FAMILIES.has(segment) || WORDS.test(run.slice(index))) continue
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

/** 阿依古丽·买买提 */
const DOTTED = /\p{Script=Han}{2,6}[·•・]\p{Script=Han}{2,6}/gu
/** What names of Uyghurs, Tibetans and Mongols are made of in Chinese writing; they break over lines. */
const SOUNDS =
  /\p{Script=Han}{0,3}(?:古丽|买买提|麦麦提|阿依|木拉提|艾合|吐尔|热孜|努尔|卓玛|扎西|才让|次仁|旺堆|格桑|其其格|巴特尔)\p{Script=Han}{0,3}/gu
const isKnownHan = (part: string): boolean =>
  labelAt(part) !== undefined || piecesOf(part).every(({ segment }) => segment.length > 1)

/** Every stretch of a line that may be a name in Chinese writing. */
export function* hanNamesIn(text: string): Generator<NameStretch> {
  for (const { 0: name, index } of text.matchAll(SOUNDS)) yield { start: index, end: index + name.length, sure: false }
  for (const { 0: name, index } of text.matchAll(DOTTED))
    if (/\p{Script=Han}{3}/u.test(name) && !name.split(/[·•・]/).every(isKnownHan))
      yield { start: index, end: index + name.length, sure: true }
  for (const { 0: run, index } of text.matchAll(HAN)) {
    if (labelAt(run)?.whole) continue
    if (PET.test(run) || likeWord(run)) yield { start: index, end: index + run.length, sure: true }
    // Whoever is spoken to in a group: @詹永健把单号发来.
    const alone = run.length <= LONGEST_NAME || text[index - 1] === '@'
    for (const { start, end } of familiesIn(run, alone)) yield { start: index + start, end: index + end, sure: true }
  }
}
