// What an error of Discord means for the outbox: by its own code, a table; its text is never looked at and never shown.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { MINUTE, SECOND } from '../../core/kit/clock.ts'
import type { SendError } from '../../core/ports/chat-platform.ts'

/** `token`: the interaction can't be answered any more. `active-cap`: the guild has as many open threads as it may. */
export type Failure = SendError | { readonly kind: 'token' } | { readonly kind: 'active-cap' }

/** A place is not as it must be (no rights, channel hidden from the bot): somebody has to mend it first. */
const UNTIL_MENDED: SendError = { kind: 'later', afterMs: MINUTE }

const meanings: { readonly [code: number]: Failure } = {
  10003: { kind: 'no-thread' },
  10008: { kind: 'no-message' },
  10014: { kind: 'refused', code: 'reaction' },
  10015: { kind: 'token' },
  10062: { kind: 'token' },
  20016: { kind: 'later', afterMs: 5 * SECOND },
  20028: { kind: 'later', afterMs: 5 * SECOND },
  30010: { kind: 'unchanged' },
  40003: { kind: 'later', afterMs: 30 * SECOND },
  40005: { kind: 'refused', code: 'picture' },
  40060: { kind: 'token' },
  50001: UNTIL_MENDED,
  50005: { kind: 'no-message' },
  50006: { kind: 'refused', code: 'empty' },
  50007: { kind: 'blocked' },
  50013: UNTIL_MENDED,
  50021: { kind: 'no-message' },
  50027: { kind: 'token' },
  50035: { kind: 'refused', code: 'form' },
  50081: { kind: 'refused', code: 'file' },
  50083: { kind: 'thread-closed' },
  50278: { kind: 'blocked' },
  90001: { kind: 'unchanged' },
  160005: { kind: 'thread-closed' },
  160006: { kind: 'active-cap' },
}

/** Nothing left this machine: the connection was never made. */
const BEFORE_SENDING = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  'UND_ERR_CONNECT_TIMEOUT',
]
const AGAIN_MS = 2 * SECOND

function neverLeft(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown }
  if (typeof code === 'string') return BEFORE_SENDING.includes(code)
  return cause !== undefined && neverLeft(cause)
}

/** Discord's own code of a refusal; undefined for anything else. */
export const codeOf = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError ? Number(error.code) : undefined

/** The message is gone, or we may not read what was said before: no answer to it can be sent, and its words can. */
const NO_ANSWERING = [10_008, 160_002]

/** Discord blames the form of the request, and in it what is answered, where the message that it answers is gone. */
export function blamesAnswer(error: unknown): boolean {
  const code = codeOf(error)
  if (code === undefined) return false
  const { errors } = (error as DiscordAPIError).rawError as { readonly errors?: object }
  return NO_ANSWERING.includes(code) || (code === 50_035 && errors !== undefined && 'message_reference' in errors)
}

/** Never shows the error's own text: it holds what was sent. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) return { kind: 'later', afterMs: Math.ceil(error.retryAfter) }
  if (error instanceof DiscordAPIError) {
    const known = meanings[Number(error.code)]
    if (known) return known
    if (error.status === 401 || error.status === 403) return UNTIL_MENDED
    return { kind: 'refused', code: `discord-${error.status}` }
  }
  if (error instanceof HTTPError) return { kind: 'unclear' }
  return neverLeft(error) ? { kind: 'later', afterMs: AGAIN_MS } : { kind: 'unclear' }
}

/** For the outbox, which knows neither tokens nor caps. */
export function sendErrorOf(failure: Failure): SendError {
  if (failure.kind === 'token') return { kind: 'unclear' }
  return failure.kind === 'active-cap' ? UNTIL_MENDED : failure
}

/** The token is no token, or no longer one: no repeat helps. */
export const isRefusedToken = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 401
