// `npm start -- …`: what may stand behind it.
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../core/kit/result.ts'

export type TerminalOptions = {
  readonly as: string | undefined
  readonly lang: 'zh' | 'en' | undefined
  readonly staff: boolean
  readonly name: string
}

export const USAGE =
  'usage: npm start -- [--as ACCOUNT] [--lang zh|en] | npm start -- --staff [--name NAME] (joins the demo that npm start made)'

/** The error is one line that says what to do. */
export function readOptions(argv: readonly string[]): Result<TerminalOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        as: { type: 'string' },
        lang: { type: 'string' },
        staff: { type: 'boolean', default: false },
        name: { type: 'string', default: 'staff' },
      },
    })
    const { as, lang, staff, name } = values
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') return err(`--lang is zh or en. ${USAGE}`)
    if (!/^[\p{L}\p{N} _.-]{1,30}$/u.test(name)) return err(`--name is up to 30 letters. ${USAGE}`)
    return ok({ as, lang, staff, name })
  } catch {
    return err(USAGE)
  }
}
