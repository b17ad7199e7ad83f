// A fake Telegram for one test, with the real grammY client against it, closed when the test is over.
import { Api, Bot, GrammyError } from 'grammy'
import { onTestFinished } from 'vitest'
import { openTelegram, type Telegram, type TelegramOptions } from './telegram.ts'

export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

export type Opened = { readonly telegram: Telegram; readonly api: Api; readonly bot: Bot }

export async function opened(options: TelegramOptions = {}): Promise<Opened> {
  const telegram = await openTelegram(options)
  onTestFinished(() => telegram.close())
  const client = { apiRoot: telegram.apiRoot }
  return { telegram, api: new Api(telegram.token, client), bot: new Bot(telegram.token, { client }) }
}

/** What the client was told: `400 Bad Request: …`; `lost` where no answer came. */
export const toldBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error instanceof GrammyError ? `${error.error_code} ${error.description}` : 'lost'),
  )

/** The parameters of the refusal, such as `retry_after`. */
export const parametersOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error) => (error instanceof GrammyError ? error.parameters : 'lost'),
  )
