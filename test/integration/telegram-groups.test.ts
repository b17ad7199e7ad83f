// A group of users: the bot is silent, sends people to private, and takes down what must not stand there.
import { describe, expect, it } from 'vitest'
import { type Desk, type DeskOptions, openDesk } from '../telegram/desk.ts'
import { PNG, pictureReader } from '../telegram/pictures.ts'

const CODE = '7K2P9-MX4TQ-B83WN-5RHC6'

async function market(options: DeskOptions = {}, bot: Parameters<Desk['telegram']['group']>[0] = {}) {
  const desk = await openDesk({ readsAll: true, ...options })
  const group = desk.telegram.supergroup({ forum: false, bot: ['can_delete_messages'], ...bot })
  const li = await desk.linked('li')
  group.add(li)
  const byBot = () => group.messages().filter(({ by }) => by === 'bot')
  return { desk, group, li, byBot }
}

describe('in a group of users', () => {
  it('the bot is silent while people talk among themselves', async () => {
    const { desk, group, li, byBot } = await market()
    li.writes(group, '我付了款但是没到账，有人遇到过吗')
    li.writes(group, '/weather@other_bot')
    li.sends('/help')
    await desk.reads(li, /可以|帮/)
    await desk.quiet()
    expect(byBot()).toEqual([])
  })

  it('spoken to, it sends to private and says nothing of an account', async () => {
    const { desk, group, li, byBot } = await market()
    const asked = li.writes(group, '@daozhang_bot 我的余额是多少')
    await desk.telegram.until('an answer', () => byBot().length === 1)
    const [answer] = byBot()
    expect(answer?.text).toContain('私聊')
    expect(answer?.text).not.toMatch(/¥|余额：/)
    expect(answer?.replyTo).toBe(asked.id)
    expect(answer?.post.wire.reply_markup?.inline_keyboard.flat()[0]?.url).toBe('https://t.me/daozhang_bot')
    desk.clock.advance(60_000)
    li.writes(group, '/balance')
    await desk.telegram.until('another', () => byBot().length === 2)
    desk.clock.advance(60_000)
    li.writes(group, '那这个呢', { replyTo: byBot()[1] })
    await desk.telegram.until('another', () => byBot().length === 3)
  })

  it('asked again and again, it does not fill the group', async () => {
    const { desk, group, li, byBot } = await market({ faster: 1 })
    for (let i = 0; i < 10; i++) li.writes(group, `/orders ${i}`)
    await desk.telegram.until('an answer', () => byBot().length > 0)
    li.sends('/help')
    await desk.reads(li, /可以|帮/)
    await desk.quiet()
    expect(byBot()).toHaveLength(1)
  })

  it('a pasted code is taken down at once, its author hears of it in both places, and it is kept nowhere', async () => {
    const { desk, group, li, byBot } = await market()
    li.starts()
    await desk.reads(li, '您好')
    const pasted = li.writes(group, `这个码用不了 ${CODE}`)
    await desk.telegram.until('it gone', () => !group.messages().some(({ id }) => id === pasted.id))
    await desk.reads(li, '您刚才在群里发的消息')
    await desk.telegram.until('a word', () => byBot().length === 1)
    expect(byBot()[0]?.text).toContain('私聊')
    const rows = JSON.stringify(await desk.store.sql('select * from inbox union all select * from inbox limit 50'))
    expect(rows).not.toContain('7K2P9')
    expect(desk.telegram.faults).toEqual([])
  })

  it('a secret that was put in by an edit goes too', async () => {
    const { desk, group, li } = await market()
    const post = li.writes(group, '看我的')
    li.edits(post, `看我的 ${CODE}`)
    await desk.telegram.until('it gone', () => !group.messages().some(({ id }) => id === post.id))
  })

  it('where it may not delete, it says so to everybody and gives up quietly', async () => {
    const { desk, group, li, byBot } = await market({}, { bot: 'member' })
    const pasted = li.writes(group, `卡号 4111 1111 1111 1111`)
    await desk.telegram.until('a word', () => byBot().length === 1)
    await desk.quiet()
    expect(byBot()[0]?.text).toContain('自己删除')
    expect(group.messages().some(({ id }) => id === pasted.id)).toBe(true)
    expect(await desk.count(`select count(*) as n from outbox where state = 'dead'`)).toBe(0)
  })

  it('a payment screenshot is taken down, a picture of something else stays', async () => {
    const receipt = await market({ pictures: pictureReader({ amount: '¥50.00', status: '支付成功' }) })
    const paid = receipt.li.sendsPhoto(PNG, { in: receipt.group })
    await receipt.desk.telegram.until('it gone', () => !receipt.group.messages().some(({ id }) => id === paid.id))

    const cat = await market({ pictures: pictureReader() })
    const photo = cat.li.sendsPhoto(PNG, { in: cat.group })
    await cat.desk.telegram.until('it looked at', () => cat.desk.telegram.callsOf('getFile').length > 0)
    for (
      let round = 0;
      round < 100 && (await cat.desk.count(`select count(*) as n from inbox where state = 'received'`)) > 0;
      round++
    )
      await new Promise((wake) => setTimeout(wake, 10))
    await cat.desk.quiet()
    expect(cat.group.messages().some(({ id }) => id === photo.id)).toBe(true)
    expect(cat.byBot()).toEqual([])
  })
})

describe('a deep link', () => {
  it('links the account that its code was made for, and nobody is asked anything', async () => {
    const desk = await openDesk()
    const li = desk.telegram.user({ language_code: 'zh' })
    const code = await desk.linkCode('li')
    li.starts(code)
    await desk.reads(li, /绑定|已关联|链接/)
    const hash = desk.context.keyring.hash('chat-user', `telegram:${li.id}`)
    const identity = await desk.store.read((r) => r.accounts.identity('telegram', hash))
    expect(identity?.accountId).toBe('li')
  })
})
