// Channels that everybody of the guild reads: the bot is silent, sends people to private, and takes down what must not stand there.
import { describe, expect, it } from 'vitest'
import { type DeskOptions, openDesk, wordsOf } from '../discord/desk.ts'
import { PNG, pictureReader } from '../telegram/pictures.ts'

const CODE = '7K2P9-MX4TQ-B83WN-5RHC6'

async function market(options: DeskOptions = {}) {
  const desk = await openDesk(options)
  const general = desk.discord.guild.channel('general')
  const li = await desk.linked('li')
  const byBot = () => desk.discord.messagesIn(general).filter(({ by }) => by === 'bot')
  return { desk, general, li, byBot }
}

describe('in a channel of everybody', () => {
  it('the bot is silent while people talk among themselves', async () => {
    const { desk, li, byBot } = await market()
    li.sends('general', '我付了款但是没到账，有人遇到过吗')
    li.sends('dm', '/help')
    await desk.reads(li, /可以|帮/, 'dm')
    await desk.quiet()
    expect(byBot()).toEqual([])
  })

  it('spoken to, it sends to private by a button, and says nothing of an account', async () => {
    const { desk, li, byBot } = await market()
    const asked = li.sends('general', `<@${desk.discord.botId}> 我的余额是多少`)
    await desk.discord.until('an answer', () => byBot().length === 1)
    const [answer] = byBot()
    expect(wordsOf(answer as never)).toContain('私聊')
    expect(wordsOf(answer as never)).not.toMatch(/¥|余额：/)
    expect(answer?.replyTo).toBe(asked.id)
    li.presses('私聊机器人', answer)
    await desk.reads(li, '您好')
    expect(desk.discord.breaches).toEqual([])
  })

  it('a pasted code is taken down at once, its author hears of it in both places, and it is kept nowhere', async () => {
    const { desk, general, li, byBot } = await market()
    li.sends('dm', '/start')
    await desk.reads(li, '您好')
    const pasted = li.sends('general', `这个码用不了 ${CODE}`)
    await desk.discord.until('it gone', () => !desk.discord.messagesIn(general).some(({ id }) => id === pasted.id))
    await desk.reads(li, '您刚才在群里发的消息')
    await desk.discord.until('a word', () => byBot().length === 1)
    expect(JSON.stringify(await desk.store.sql('select * from inbox'))).not.toContain('7K2P9')
    expect(desk.discord.breaches).toEqual([])
  })

  it('a secret that was put in by an edit goes too', async () => {
    const { desk, general, li } = await market()
    const said = li.sends('general', '大家好')
    await desk.quiet()
    li.edits(said, `大家好 ${CODE}`)
    await desk.discord.until('it gone', () => !desk.discord.messagesIn(general).some(({ id }) => id === said.id))
  })

  it('what was pasted while the bot was away is taken down when it is back', async () => {
    const { desk, general, li } = await market()
    li.sends('general', '大家好')
    li.sends('dm', '/help')
    await desk.reads(li, /可以|帮/, 'dm')
    await desk.stop()
    const pasted = li.sends('general', CODE)
    await desk.run()
    await desk.discord.until('it gone', () => !desk.discord.messagesIn(general).some(({ id }) => id === pasted.id))
  })

  it('where it may not delete, it says so to everybody and gives up quietly', async () => {
    const { desk, general, li, byBot } = await market({
      guild: {
        botMay: ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'SendMessagesInThreads', 'CreatePrivateThreads'],
      },
    })
    const pasted = li.sends('general', CODE)
    await desk.discord.until('a word', () => byBot().length === 1)
    await desk.quiet()
    expect(desk.discord.messagesIn(general).some(({ id }) => id === pasted.id)).toBe(true)
    expect(await desk.count(`select count(*) as n from outbox where state = 'dead'`)).toBe(0)
  })

  it('a payment screenshot is taken down, a picture of something else stays', async () => {
    const receipt = await market({ pictures: pictureReader({ amount: '¥50.00', status: '支付成功' }) })
    const shown = receipt.li.sends('general', '', { files: [{ name: 'a.png', bytes: PNG }] })
    await receipt.desk.discord.until(
      'it gone',
      () => !receipt.desk.discord.messagesIn(receipt.general).some(({ id }) => id === shown.id),
    )
    const other = await market({ pictures: pictureReader() })
    const cat = other.li.sends('general', '看猫', { files: [{ name: 'cat.png', bytes: PNG }] })
    await expect.poll(() => other.desk.count(`select count(*) as n from inbox where state = 'received'`)).toBe(0)
    await other.desk.quiet()
    expect(other.desk.discord.messagesIn(other.general).some(({ id }) => id === cat.id)).toBe(true)
  })
})
