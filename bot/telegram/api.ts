// The client of the Bot API: where it is, under which token, without any repeat of its own; and files from it.
import { Api } from 'grammy'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Secret } from '../../core/kit/secret.ts'
import { failureOf } from './failure.ts'

export type TelegramSettings = {
  readonly token: Secret
  readonly apiRoot: string
  /** The staff's forum supergroup. */
  readonly staffChatId: number
  /** Who may answer there. */
  readonly staffIds: readonly number[]
}

/** A call of a client's method with a signal: grammY's own type of it is another one of the same shape. */
export type Signal = NonNullable<Parameters<Api['raw']['getMe']>[0]>

export const signalOf = (signal: AbortSignal): Signal => signal as unknown as Signal

const rootOf = ({ apiRoot }: TelegramSettings): string => apiRoot.replace(/\/+$/, '')

export type Client = {
  readonly api: Api
  /** The bot's own number: the first part of the token. */
  readonly botId: number
  download(path: string, maxBytes: number, signal: AbortSignal): Promise<Result<Uint8Array, 'gone' | 'size' | 'later'>>
}

async function readBounded(response: Response, maxBytes: number): Promise<Result<Uint8Array, 'size'>> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > maxBytes) return err('size')
    parts.push(part)
  }
  return ok(Buffer.concat(parts))
}

export function makeClient(settings: TelegramSettings): Client {
  const token = settings.token.reveal()
  const api = new Api(token, { apiRoot: rootOf(settings), timeoutSeconds: 60 })
  return {
    api,
    botId: Number(token.split(':')[0]),
    download: async (path, maxBytes, signal) => {
      try {
        const response = await fetch(`${rootOf(settings)}/file/bot${token}/${path}`, { signal })
        if (response.status === 404) return err('gone')
        if (!response.ok) return err('later')
        return await readBounded(response, maxBytes)
      } catch {
        return err('later')
      }
    },
  }
}

/** What a user sent, by its id. */
export async function fetchFile(
  { api, download }: Client,
  file: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Result<Uint8Array, 'gone' | 'size' | 'later'>> {
  try {
    const { file_path: path, file_size: size } = await api.raw.getFile({ file_id: file }, signalOf(signal))
    if (path === undefined) return err('gone')
    return size !== undefined && size > maxBytes ? err('size') : await download(path, maxBytes, signal)
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'refused') return err('later')
    return err(failure.code === 'picture' ? 'size' : 'gone')
  }
}
