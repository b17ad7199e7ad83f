// The client of Discord's REST: where it is, under which token, without any repeat or wait of its own; and files from it.
import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Secret } from '../../core/kit/secret.ts'

export type DiscordSettings = {
  readonly token: Secret
  readonly apiRoot: string
  readonly guildId: string
  /** The staff's forum channel. */
  readonly staffChannelId: string
  /** Whoever has this role is staff. */
  readonly staffRoleId: string
}

export type Client = {
  readonly rest: REST
  /** For first answers to interactions alone: they count to no limit and must never wait behind anything. */
  readonly acks: REST
  download(url: string, maxBytes: number, signal: AbortSignal): Promise<Result<Uint8Array, 'gone' | 'size' | 'later'>>
}

const CALL_MS = 20_000
/** After three seconds nobody listens any more. */
const ACK_MS = 3_000

/** The outbox owns every repeat and every wait: a limit is an error here, and so is a broken line. */
export const restOptions = ({ apiRoot }: Pick<DiscordSettings, 'apiRoot'>): Partial<RESTOptions> => ({
  ...DefaultRestOptions,
  api: apiRoot.replace(/\/+$/, ''),
  version: '10',
  retries: 0,
  timeout: CALL_MS,
  offset: 0,
  rejectOnRateLimit: () => true,
})

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

export function makeClient(settings: DiscordSettings): Client {
  const rest = new REST(restOptions(settings)).setToken(settings.token.reveal())
  const acks = new REST({ ...restOptions(settings), timeout: ACK_MS, globalRequestsPerSecond: Number.MAX_SAFE_INTEGER })
  return {
    rest,
    acks,
    download: async (url, maxBytes, signal) => {
      try {
        const response = await fetch(url, { signal })
        if (response.status === 404 || response.status === 403) return err('gone')
        if (!response.ok) return err('later')
        return await readBounded(response, maxBytes)
      } catch {
        return err('later')
      }
    },
  }
}
