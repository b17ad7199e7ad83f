// The only log: one JSON line on stderr an event; what is said is a constant of ours, what is shown has been redacted.
import pino, { type DestinationStream } from 'pino'
import { describeError } from './log-error.ts'
import { Raw } from './raw.ts'
import { makeRedactor, NO_LIMITS } from './redact.ts'
import type { Redacted } from './redacted.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** Text must have gone through the redactor; an error shows its name, code and where it happened, never its message. */
export type LogField = Redacted | number | bigint | boolean | null | undefined | Error
export type LogFields = { readonly [field: string]: LogField }

/** A constant: a string that is computed (or a template with values in it) does not compile. */
type Constant<Text extends string> = Record<never, never> extends Record<Text, true> ? never : Text

type Say = <Text extends string>(message: Constant<Text>, fields?: LogFields) => void

export type Log = {
  readonly error: Say
  readonly warn: Say
  readonly info: Say
  readonly debug: Say
  /** The same log, its lines marked with a name of ours. */
  named<Text extends string>(name: Constant<Text>): Log
}

export type LogOptions = {
  readonly level: LogLevel
  readonly name: string
  /** Where lines go; standard error unless told otherwise. */
  readonly destination?: DestinationStream
}

// The second net: even what is typed as Redacted is read once more before it leaves.
const net = makeRedactor({ limits: NO_LIMITS })
const reread = (text: string): string => net.redact(new Raw(text)).text
/** Words of ours come again and again: what a short one reads as is kept, up to a bound. */
const known = new Map<string, string>()
const MOST_KNOWN = 1_000
function again(text: string): string {
  if (text.length > 40) return reread(text)
  const read = known.get(text) ?? reread(text)
  if (known.size < MOST_KNOWN) known.set(text, read)
  return read
}

function plainField(value: LogField): unknown {
  if (typeof value === 'string') return again(value)
  if (typeof value === 'bigint') return again(String(value))
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (value instanceof Error) return describeError(value, again)
  return undefined
}

const plainFields = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, plainField(value)]))

/** Opens the log. Lines are written at once, so that the last one before a crash is there. */
export function makeLog({ level, name, destination = pino.destination({ fd: 2, sync: true }) }: LogOptions): Log {
  const bindings = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const root = pino(bindings, destination)
  const under = (path: string): Log => {
    const say =
      (at: 'error' | 'warn' | 'info' | 'debug'): Say =>
      (message, fields = {}) =>
        root[at]({ name: path, ...plainFields(fields) }, again(message))
    return {
      error: say('error'),
      warn: say('warn'),
      info: say('info'),
      debug: say('debug'),
      named: (part) => under(`${path}.${part}`),
    }
  }
  return under(name)
}
