// The user's side of the terminal: every line is a message, a bare number picks a choice, the end of input ends the talk.
import type { Chat } from '../../core/desk/chat.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { eachLine } from './lines.ts'
import { type Screen, showReply } from './screen.ts'

export type UserSide = {
  readonly chat: Chat
  readonly screen: Screen
  readonly user: string
  readonly lang: 'zh' | 'en' | undefined
  readonly signal: AbortSignal
}

export const PLATFORM = 'terminal'

export async function talk({ chat, screen, user, lang, signal }: UserSide): Promise<void> {
  let count = 0
  const session = `${process.pid}`

  /** Shows what is queued and only then marks it sent: a kill in between shows it once more rather than never. */
  const deliver = async (): Promise<number> => {
    const queued = await chat.queued(PLATFORM, user)
    for (const { id, message } of queued) {
      showReply(screen, message)
      await chat.sent(id)
    }
    return queued.length
  }

  const take = async (line: string): Promise<'go-on'> => {
    if (line.trim() === '') return 'go-on'
    const picture = /^\/photo(\s|$)/.test(line)
    await chat.receive({
      platform: PLATFORM,
      user,
      eventId: `${session}-${++count}`,
      ...(lang === undefined ? {} : { lang }),
      message: picture ? { kind: 'picture' } : { kind: 'text', raw: new Raw(line) },
    })
    await deliver()
    return 'go-on'
  }

  if (screen.live) await take('/start')
  const idle = async (): Promise<void> => {
    if ((await deliver()) > 0) screen.write('> ')
  }
  await eachLine({ live: screen.live, prompt: '> ', signal, idle }, take)
  await deliver()
}
