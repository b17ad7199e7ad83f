// Nothing unredacted leaves: secrets are planted wherever Discord has a place for words, and looked for where nobody may read them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDesk, wordsOf } from '../discord/desk.ts'
import { PNG, pictureReader } from '../telegram/pictures.ts'

/** Each of another kind and none twice, so that a leak names its place. */
const canaries = {
  message: ['7K2P9-MX4TQ-B83WN-5RHC6', 'sk-proj-Zx81Kd92mNq0Lw7Rt5Yv3Bc6Ae4Hf2Jg'],
  caption: ['4111 1111 1111 1111', '13912345678'],
  fileName: ['AB3DE-FG7HJ-KM2NP-QR9ST.pdf', '13787654321.mp4', 'scan of zhaoliuhome.pdf'],
  edited: ['6222 0212 3456 7890 128', '13666612345'],
  nickname: ['HJ4KM-N6PQR-S8TVW-X2YZ3', 'Nickname13411112222'],
  pieces: ['5500 0000 ', '0000 0004'],
  staff: ['13022223333', 'sk-live-9aKd82mZx01NqLw7Rt5Yv3Bc6Ae4Hf2J'],
  form: ['sk-ant-api03-Qw9Er8Ty7Ui6Op5As4Df3Gh2Jk1Lz0Xc', 'wang.er.mazi@example.org'],
  command: ['T7WXY-Z8ABC-D9EFG-H2JKM'],
  open: ['13555512345'],
} as const

/** A secret may be written otherwise and still be there. */
const bare = (text: string): string =>
  text
    .replace(/\.(pdf|mp4)\b/g, '')
    .replace(/[\s+\\-]/g, '')
    .toLowerCase()
const sought = Object.values(canaries)
  .flat()
  .map(bare)
  .filter((text) => text.length > 9)

const leaks = (text: string): readonly string[] => {
  const seen = bare(text)
  return sought.filter((secret) => seen.includes(secret))
}

describe('secrets', () => {
  it('planted in every place of Discord reach neither staff, nor the database, nor the log, nor a channel of everybody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daozhang-leak-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const desk = await openDesk({ path: join(folder, 'desk.db'), pictures: pictureReader({ amount: '¥50.00' }) })
    const li = await desk.linked('li', { nick: `${canaries.nickname[0]} ${canaries.nickname[1]}` })
    li.slash('/redeem', { code: canaries.command[0] }, { in: 'general' })
    await desk.discord.until('an answer', () => li.sees('general').some(({ text }) => text !== ''))
    await desk.quiet()
    desk.taps(li, '✍️ 写给我们')
    await desk.discord.until('the form', () => li.modal !== undefined)
    li.submits({
      words: `我的密钥 ${canaries.form[0]} 邮箱 ${canaries.form[1]}`,
      picture: [{ name: canaries.fileName[0], bytes: PNG }],
    })
    await desk.discord.until('it taken', () => !li.modal)
    const post = await desk.handedOver(li)
    await desk.quiet()
    li.sends('dm', `兑换码 ${canaries.message[0]} 和 ${canaries.message[1]} 用不了`)
    li.sends('dm', `卡号 ${canaries.caption[0]}`, { files: [{ name: canaries.fileName[0], bytes: PNG }] })
    li.sends('dm', `打给我 ${canaries.caption[1]}`, {
      files: [{ name: canaries.fileName[1], bytes: new Uint8Array([1]) }],
    })
    li.sends('dm', '', { files: [{ name: canaries.fileName[2], bytes: new Uint8Array([2]) }] })
    const said = li.sends('dm', '等一下')
    await desk.staffReads('等一下', post)
    li.edits(said, `我的卡 ${canaries.edited[0]}，电话 ${canaries.edited[1]}`)
    for (const piece of canaries.pieces) li.sends('dm', piece)
    li.sends('general', `大家看 ${canaries.open[0]}`)
    li.sends('dm', '说完了')
    await desk.staffReads('说完了', post)
    desk.mei.writes(post, `/r 打 ${canaries.staff[0]} 或者用 ${canaries.staff[1]}`)
    await desk.reads(li, '客服 A')
    // What goes wrong is logged: neither what was sent nor Discord's words are in it.
    desk.discord.fails({ kind: 'drop' }, 'POST /channels/:channel/messages')
    desk.disk.refuses = 1
    li.sends('dm', `再说一次 ${canaries.message[1]}`)
    await desk.staffReads('再说一次', post)
    await desk.quiet()
    await desk.stop()

    const fromBot = [
      ...desk.discord.messagesIn(post),
      ...li.sees(),
      ...desk.discord.messagesIn(desk.discord.guild.channel('general')),
    ]
      .filter(({ by }) => by === 'bot')
      .map((seen) => `${wordsOf(seen)} ${seen.files.map(({ name }) => name).join(' ')} ${seen.channel.name}`)
    expect(fromBot.length).toBeGreaterThan(10)
    expect(leaks(fromBot.join('\n'))).toEqual([])
    expect(leaks(JSON.stringify(desk.discord.calls.map(({ body }) => body)))).toEqual([])

    const logged = desk.logged.join('')
    expect(logged).not.toBe('')
    expect(leaks(logged)).toEqual([])
    expect(logged).not.toContain(desk.discord.token)
    expect(logged).not.toContain('the disk is full')

    // Main file and write-ahead log, byte by byte; the words were kept, so that the file is the right one.
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('utf8'))
    expect(bytes.join('')).toContain('说完了')
    expect(bytes.flatMap(leaks)).toEqual([])
    expect(bytes.join('')).not.toContain(li.id)
    expect(bytes.join('')).not.toContain(li.dm.id)
  })
})
