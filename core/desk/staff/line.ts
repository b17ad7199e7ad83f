// How a line of a ticket reads: to staff with who and when, to the user with the name they know.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { Language, LineVersion, TicketLineRow } from '../../domain/desk.ts'
import { MINUTE } from '../../kit/clock.ts'
import { dateTimeOf } from '../../kit/zone.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'

const marks = {
  user: { zh: '👤 用户', en: '👤 User' },
  bot: { zh: '🤖 机器人', en: '🤖 Bot' },
  staff: { zh: '💬 回复', en: '💬 Reply' },
  note: { zh: '📝 备注', en: '📝 Note' },
  system: { zh: '⚙️', en: '⚙️' },
} as const

/** A line as it reads whenever it is shown: a repeat is later than the first try. */
export const withoutDelay = (text: string): string => text.replace(/（晚到 \d+ 分钟）| \(shown \d+ min late\)/, '')

/** `waitedMs`: how long it waited to be shown, told where it is worth telling. `versions`: what it said before edits. */
export function showLine(
  line: TicketLineRow,
  lang: Language,
  waitedMs = 0,
  versions: readonly LineVersion[] = [],
): Redacted {
  const time = mint(dateTimeOf(line.at).slice(11))
  const who =
    line.persona === null
      ? mint(marks[line.author][lang])
      : say`${mint(marks[line.author][lang])} ${mint(line.persona)}`
  const late =
    waitedMs >= MINUTE
      ? mint(
          lang === 'zh'
            ? `（晚到 ${Math.floor(waitedMs / MINUTE)} 分钟）`
            : ` (shown ${Math.floor(waitedMs / MINUTE)} min late)`,
        )
      : mint('')
  const text = line.removed ? mint(lang === 'zh' ? '（已撤回）' : '(taken back)') : line.text
  const before = versions.map(
    (version) => say`${mint(lang === 'zh' ? '✏️ 修改前：' : '✏️ before the edit: ')}${version.text}`,
  )
  return join([say`${who} ${time}${late}: ${text}`, ...before], '\n')
}

/** What the user reads of a staff's line. */
export const showReply = (book: FlowBook, line: Pick<TicketLineRow, 'persona' | 'text'>, lang: Language): Redacted =>
  say`${interfaceText(book, lang, 'reply_from', { persona: mint(line.persona ?? '') })} ${line.text}`
