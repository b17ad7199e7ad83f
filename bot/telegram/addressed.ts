// Whether a message of a group is meant for the bot: it is named, commanded or answered. Pure.
import type { Message } from 'grammy/types'
import { commands } from '../../core/conversation/vocabulary.ts'
import type { Around } from './around.ts'

const COMMAND = /^\/([a-z0-9_]+)(?:@(\w+))?(?=\s|$)/i

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** A command that names another bot is none of ours. */
export function isForAnother({ botName }: Around, text: string): boolean {
  const named = COMMAND.exec(text)?.[2]
  return named !== undefined && !same(named, botName())
}

export function addressedTo(around: Around, message: Message): boolean {
  const text = message.text ?? message.caption ?? ''
  if (message.reply_to_message?.from?.id === around.botId) return true
  const [, command = '', named] = COMMAND.exec(text) ?? []
  if (named !== undefined) return same(named, around.botName())
  if ((commands as readonly string[]).includes(command.toLowerCase())) return true
  const names = text.match(/@\w+/g) ?? []
  return names.some((name) => same(name, `@${around.botName()}`))
}
