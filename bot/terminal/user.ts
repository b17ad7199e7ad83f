// The user's side of the terminal: every line is a message, a bare number picks a choice, the end of input ends the talk.
import { interfaceText } from '../../core/conversation/book.ts'
import type { Chat } from '../../core/desk/chat/chat.ts'
import type { Incoming } from '../../core/desk/chat/incoming.ts'
import type { ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { eachLine } from './lines.ts'
import { readPhoto } from './photo.ts'
import { type Screen, showNote, showReply } from './screen.ts'

export type UserSide = {
  readonly chat: Chat
  readonly pictures: ScreenshotRedactor
  readonly screen: Screen
  readonly user: string
  readonly lang: 'zh' | 'en' | undefined
  /** The sandbox pays the newest code that is shown; false: there is none. */
  readonly pays: () => Promise<boolean>
  readonly signal: AbortSignal
}

export const PLATFORM = 'terminal'

export async function talk({ chat, pictures, screen, user, lang, pays, signal }: UserSide): Promise<void> {
  let count = 0
  const session = `${process.pid}`

  /** Shows what is queued and only then marks it sent: a kill in between shows it once more rather than never. */
  const deliver = async (): Promise<number> => {
    const queued = await chat.queued(PLATFORM, user)
    let shown = 0
    for (const { id, message } of queued) {
      if (message) showReply(screen, message)
      if (message) shown += 1
      await chat.sent(id)
    }
    return shown
  }

  const pay = async (): Promise<void> => {
    const paid = await pays()
    if (!paid) showNote(screen, interfaceText(chat.options.book, lang ?? 'zh', 'bill_nothing_to_pay'))
  }

  const picture = async (path: string, name: string): Promise<Incoming['message']> => {
    if (screen.live) showNote(screen, '正在读图 / reading the picture …')
    const { screenshot, preview } = await readPhoto(pictures, path, `preview-${name}`)
    if (preview !== undefined) showNote(screen, `预览 / preview: ${preview}`)
    return { kind: 'picture', screenshot }
  }

  const take = async (line: string): Promise<'go-on'> => {
    if (line.trim() === '') return 'go-on'
    if (line.trim() === '/pay') {
      await pay()
      await deliver()
      return 'go-on'
    }
    const path = /^\/photo\s+(.+)$/.exec(line)?.[1]
    const eventId = `${session}-${++count}`
    const message = path === undefined ? ({ kind: 'text', raw: new Raw(line) } as const) : await picture(path, eventId)
    await chat.receive({ platform: PLATFORM, user, eventId, ...(lang === undefined ? {} : { lang }), message })
    await deliver()
    return 'go-on'
  }

  if (screen.live) await take('/start')
  let tabbed = false
  const tab = (): void => {
    tabbed = true
  }
  const idle = async (): Promise<void> => {
    if (tabbed) await pay()
    tabbed = false
    if ((await deliver()) > 0) screen.write('> ')
  }
  await eachLine({ live: screen.live, prompt: '> ', signal, idle, tab }, take)
  await deliver()
}
