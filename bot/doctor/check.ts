// One finding of the doctor: how it stands, what it is about, what was seen, and the one line that mends it.

export type Level = 'ok' | 'warn' | 'fail'

/** Words and figures of ours: no secret, no text from outside. A check that is not ok says what to do. */
export type Check = { readonly name: string; readonly what: string } & (
  | { readonly level: 'ok' }
  | { readonly level: 'warn' | 'fail'; readonly fix: string }
)

export const good = (name: string, what: string): Check => ({ level: 'ok', name, what })
export const warn = (name: string, what: string, fix: string): Check => ({ level: 'warn', name, what, fix })
export const fail = (name: string, what: string, fix: string): Check => ({ level: 'fail', name, what, fix })

/** `fail  name: what`, and below it what to do. */
export const shown = (check: Check): readonly string[] => [
  `${check.level.padEnd(4)}  ${check.name}: ${check.what}`,
  ...(check.level === 'ok' ? [] : [`      ${check.fix}`]),
]
