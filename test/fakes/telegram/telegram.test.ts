// The fake Telegram under the real grammY client: sending, receiving, and what stands in a chat afterwards.
import { Api, Bot, InputFile } from 'grammy'
import { afterEach, describe, expect, it } from 'vitest'
import { openTelegram, type Telegram, type TelegramOptions } from './telegram.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const open: Telegram[] = []

async function start(options: TelegramOptions = {}): Promise<{ telegram: Telegram; api: Api }> {
  const telegram = await openTelegram(options)
  open.push(telegram)
  return { telegram, api: new Api(telegram.token, { apiRoot: telegram.apiRoot }) }
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((telegram) => telegram.close()))
})

describe('a conversation in private', () => {
  it('a message of a person reaches a grammY bot, and its answer with buttons stands in their chat', async () => {
    const { telegram } = await start()
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } })
    bot.command('start', (ctx) =>
      ctx.reply(`hello ${ctx.match}`, {
        reply_markup: { inline_keyboard: [[{ text: 'Human', callback_data: 'v1' }]] },
      }),
    )
    bot.callbackQuery('v1', async (ctx) => {
      await ctx.answerCallbackQuery('one moment')
      await ctx.editMessageText('a colleague is on the way')
    })
    const polling = bot.start()
    const li = telegram.user({ first_name: 'Li', language_code: 'zh' })
    li.starts('CODE')
    await telegram.until('the greeting', () => li.sees().some(({ text }) => text === 'hello CODE'))
    expect(li.sees().at(-1)).toMatchObject({ by: 'bot', buttons: [['Human']] })
    li.presses('Human')
    await telegram.until('the edit', () => li.sees().at(-1)?.text === 'a colleague is on the way')
    expect(li.sees().at(-1)).toMatchObject({ buttons: [], edited: true })
    expect(li.toasts).toMatchObject([{ text: 'one moment', alert: false }])
    expect(telegram.faults).toEqual([])
    await bot.stop()
    await polling
  })

  it('a picture goes up as a file, stands in the chat with its bytes, and comes down again', async () => {
    const { telegram, api } = await start()
    const li = telegram.user()
    li.starts()
    const sent = await api.sendPhoto(li.id, new InputFile(PNG, '付款 截图.png'), { caption: '收据' })
    expect(li.sees().at(-1)).toMatchObject({
      text: '收据',
      media: { kind: 'photo', name: '付款 截图.png', bytes: PNG },
    })
    const { file_path } = await api.getFile(sent.photo.at(-1)?.file_id ?? '')
    const down = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`)
    expect(new Uint8Array(await down.arrayBuffer())).toEqual(PNG)
    expect(telegram.faults).toEqual([])
  })
})
