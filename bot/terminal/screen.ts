// How the terminal shows what leaves the desk: words, numbered choices, colours where somebody looks.
import { styleText } from 'node:util'
import type { Outgoing } from '../../core/desk/chat/chat.ts'
import { drawCode } from './code.ts'

export type Screen = {
  /** Colours and a prompt; false where the output goes into a pipe or a file. */
  readonly live: boolean
  write(text: string): void
}

const dim = (screen: Screen, text: string): string => (screen.live ? styleText('dim', text) : text)

/** A reply with its choices, each behind the number that picks it. */
export function showReply(screen: Screen, { text, choices, code }: Outgoing): void {
  if (code !== undefined) screen.write(`${drawCode(code, screen.live).join('\n')}\n`)
  const own = choices.map(({ label, role }, index) => ({ role, line: `${index + 1}) ${label}` }))
  const picks = own.filter(({ role }) => role === 'pick').map(({ line }) => `  ${line}`)
  const row = own.filter(({ role }) => role !== 'pick').map(({ line }) => line)
  const lines = [text, ...picks, ...(row.length > 0 ? [dim(screen, `  ${row.join('   ')}`)] : [])]
  screen.write(`${lines.join('\n')}\n\n`)
}

export const showNote = (screen: Screen, text: string): void => screen.write(`${dim(screen, text)}\n`)
