// What an error of the Bot API means for the outbox: by its code and the few words of its text that are known; a table.
import { GrammyError, HttpError } from 'grammy'
import { MINUTE, SECOND } from '../../core/kit/clock.ts'
import type { SendError } from '../../core/ports/chat-platform.ts'

/** The staff's place is not as it must be (no rights, no topics, bot thrown out): somebody has to mend it first. */
const UNTIL_MENDED: SendError = { kind: 'later', afterMs: MINUTE }

type Meaning = { readonly code: number; readonly text: RegExp; readonly is: SendError }

/** First that fits. The texts are the Bot API's own; it has no finer codes. */
const meanings: readonly Meaning[] = [
  { code: 403, text: /bot was blocked|user is deactivated|can't initiate conversation/i, is: { kind: 'blocked' } },
  { code: 400, text: /message is not modified|TOPIC_NOT_MODIFIED/i, is: { kind: 'unchanged' } },
  {
    code: 400,
    text: /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|MESSAGE_THREAD_ID_INVALID/i,
    is: { kind: 'no-thread' },
  },
  { code: 400, text: /TOPIC_CLOSED/i, is: { kind: 'thread-closed' } },
  {
    code: 400,
    text: /message to \w+ not found|MESSAGE_ID_INVALID|message can't be edited|there is no (?:text|caption) in the message/i,
    is: { kind: 'no-message' },
  },
  { code: 400, text: /REACTION_INVALID/i, is: { kind: 'refused', code: 'reaction' } },
  { code: 400, text: /message can't be deleted/i, is: { kind: 'refused', code: 'cannot-delete' } },
  {
    code: 400,
    text: /message (?:text|caption) is empty|text must be non-empty/i,
    is: { kind: 'refused', code: 'empty' },
  },
  { code: 400, text: /too long/i, is: { kind: 'refused', code: 'too-long' } },
  { code: 400, text: /IMAGE_PROCESS_FAILED|PHOTO_|too big/i, is: { kind: 'refused', code: 'picture' } },
  { code: 400, text: /wrong file|file_id|type of file/i, is: { kind: 'refused', code: 'file' } },
  { code: 400, text: /BUTTON_|reply markup|inline keyboard/i, is: { kind: 'refused', code: 'buttons' } },
  { code: 400, text: /not enough rights|not a forum|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN/i, is: UNTIL_MENDED },
  { code: 400, text: /chat not found|PEER_ID_INVALID/i, is: { kind: 'refused', code: 'no-chat' } },
  { code: 401, text: /./, is: UNTIL_MENDED },
  { code: 404, text: /./, is: UNTIL_MENDED },
]

/** Nothing left this machine: the connection was never made. */
const BEFORE_SENDING = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']
const AGAIN_MS = 2 * SECOND

function ofApi({ error_code: code, description, parameters }: GrammyError): SendError {
  if (parameters.migrate_to_chat_id !== undefined) return { kind: 'moved', to: String(parameters.migrate_to_chat_id) }
  if (code === 429) return { kind: 'later', afterMs: (parameters.retry_after ?? 1) * SECOND }
  if (code >= 500) return { kind: 'unclear' }
  const known = meanings.find((meaning) => meaning.code === code && meaning.text.test(description))
  return known?.is ?? { kind: 'refused', code: `telegram-${code}` }
}

function neverLeft(error: HttpError): boolean {
  const cause = error.error as { readonly code?: unknown; readonly syscall?: unknown } | undefined
  return typeof cause?.code === 'string' && (BEFORE_SENDING.includes(cause.code) || cause.syscall === 'connect')
}

/** Never shows the error's own text: it holds what was sent, and the token. */
export function failureOf(error: unknown): SendError {
  if (error instanceof GrammyError) return ofApi(error)
  if (error instanceof HttpError && neverLeft(error)) return { kind: 'later', afterMs: AGAIN_MS }
  return { kind: 'unclear' }
}

/** The token is no token, or no longer one: no repeat helps. */
export const isRefusedToken = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
