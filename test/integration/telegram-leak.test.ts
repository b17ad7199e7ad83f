// Nothing unredacted leaves: secrets are planted wherever Telegram has a place for words, and looked for where nobody may read them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import { type Desk, openDesk } from '../telegram/desk.ts'
import { PNG, pictureReader } from '../telegram/pictures.ts'

/** Each of another kind and none twice, so that a leak names its place. */
const canaries = {
  message: ['7K2P9-MX4TQ-B83WN-5RHC6', 'sk-proj-Zx81Kd92mNq0Lw7Rt5Yv3Bc6Ae4Hf2Jg'],
  caption: ['4111 1111 1111 1111', '13912345678'],
  // The last has nothing that a rule would find: names of files are not read at all.
  fileName: ['AB3DE-FG7HJ-KM2NP-QR9ST.pdf', '13787654321.mp4', 'scan of zhaoliuhome.pdf'],
  forwarded: ['sk-ant-api03-Qw9Er8Ty7Ui6Op5As4Df3Gh2Jk1Lz0Xc', 'wang.er.mazi@example.org'],
  edited: ['6222 0212 3456 7890 128', '13666612345'],
  editedCaption: ['T7WXY-Z8ABC-D9EFG-H2JKM'],
  contact: ['+8613555512345', 'Zhao Contactperson'],
  nickname: ['HJ4KM-N6PQR-S8TVW-X2YZ3', 'Nickname13411112222'],
  forwardedFrom: ['Forwarder15811113333'],
  pieces: ['5500 0000 ', '0000 0004'],
  staff: ['13022223333', 'sk-live-9aKd82mZx01NqLw7Rt5Yv3Bc6Ae4Hf2J'],
  poll: ['Pollquestion 13122224444'],
  venue: ['Venue 13255556666'],
} as const

const planted = Object.values(canaries).flat()
/** A secret may be written otherwise and still be there. */
const bare = (text: string): string =>
  text
    .replace(/\.(pdf|mp4)\b/g, '')
    .replace(/[\s+-]/g, '')
    .toLowerCase()
/** Pieces of one number: only both together are it. */
const sought = planted.map(bare).filter((text) => text.length > 9)

function leaks(text: string): readonly string[] {
  const seen = bare(text)
  return sought.filter((secret) => seen.includes(secret))
}

async function plant(desk: Desk, li: Somebody): Promise<void> {
  li.sends(`兑换码 ${canaries.message[0]} 和 ${canaries.message[1]} 用不了`)
  const photo = li.sendsPhoto(PNG, { caption: `卡号 ${canaries.caption[0]}` })
  li.sendsVideo(PNG, { caption: `打给我 ${canaries.caption[1]}`, name: canaries.fileName[1] })
  li.sendsDocument(PNG, { name: canaries.fileName[0] })
  li.sendsDocument(PNG, { name: canaries.fileName[2] })
  li.sendsAlbum([{ bytes: PNG, name: canaries.fileName[0], caption: canaries.caption[0] }, { bytes: PNG }])
  for (const text of canaries.forwarded) li.forwards(`看这个 ${text}`, canaries.forwardedFrom[0])
  li.sendsContact({ phone_number: canaries.contact[0], first_name: canaries.contact[1], vcard: canaries.contact[0] })
  li.sendsOther({
    poll: { id: '1', question: canaries.poll[0], options: [{ text: canaries.poll[0], voter_count: 0 }] },
  })
  li.sendsOther({
    venue: { location: { latitude: 1, longitude: 1 }, title: canaries.venue[0], address: canaries.venue[0] },
  })
  const post = li.sends('等一下')
  await desk.staffReads('等一下')
  li.edits(photo, `改成这个码 ${canaries.editedCaption[0]}`)
  await desk.staffReads('改成这个码')
  li.edits(post, `我的卡 ${canaries.edited[0]}，电话 ${canaries.edited[1]}`)
  for (const piece of canaries.pieces) li.sends(piece)
  li.sends('说完了')
  await desk.staffReads('说完了')
}

describe('secrets', () => {
  it('planted in every place of Telegram reach neither staff, nor the database, nor the log', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daozhang-leak-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const desk = await openDesk({ path: join(folder, 'desk.db'), pictures: pictureReader({ amount: '¥50.00' }) })
    const li = await desk.linked('li', {
      first_name: canaries.nickname[0],
      last_name: canaries.nickname[1],
      username: 'li',
    })
    li.sends(`我付了 ${canaries.message[0]}`)
    await desk.reads(li, /./)
    const topic = await desk.handedOver(li)
    await plant(desk, li)
    desk.mei.writes(topic, `/r 打 ${canaries.staff[0]} 或者用 ${canaries.staff[1]}`)
    await desk.reads(li, '客服 A')
    // What goes wrong is logged: neither what was sent nor Telegram's words are in it.
    desk.telegram.fails({ kind: 'drop' }, 'sendMessage')
    desk.disk.refuses = 1
    li.sends(`再说一次 ${canaries.message[1]}`)
    await desk.staffReads('再说一次', topic)
    await desk.quiet()
    await desk.stop()

    const toStaff = desk.telegram.calls
      .filter(({ params }) => Number(params.chat_id) === desk.staff.id)
      .map(({ params }) => JSON.stringify(params))
      .join('\n')
    expect(leaks(toStaff)).toEqual([])
    const fromBot = desk.staff.messages().filter(({ by }) => by === 'bot')
    expect(leaks(fromBot.map(({ text, media }) => `${text} ${media?.name ?? ''}`).join('\n'))).toEqual([])
    expect(fromBot.length).toBeGreaterThan(10)
    // The first half was shown before the second came, and was taken back then.
    expect(fromBot.some(({ text }) => text.includes(canaries.pieces[0]))).toBe(false)

    // And nothing that staff wrote unredacted comes to the user.
    expect(
      leaks(
        li
          .sees()
          .filter(({ by }) => by === 'bot')
          .map(({ text }) => text)
          .join('\n'),
      ),
    ).toEqual([])

    const logged = desk.logged.join('')
    expect(logged).not.toBe('')
    expect(leaks(logged)).toEqual([])
    expect(logged).not.toContain(desk.telegram.token)
    expect(logged).not.toContain('the disk is full')

    // Main file and write-ahead log, byte by byte; the words were kept, so that the file is the right one.
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['desk.db', 'desk.db-wal']))
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('utf8'))
    expect(bytes.join('')).toContain('说完了')
    expect(bytes.flatMap(leaks)).toEqual([])
    expect(bytes.some((text) => text.includes(canaries.nickname[1]))).toBe(false)
    expect(desk.telegram.faults).toEqual([])
  })

  it('are found by this very search where they are shown', async () => {
    expect(leaks(`x ${canaries.message[0].toLowerCase()} y`)).toHaveLength(1)
    expect(leaks('5500 0000 0000 0004')).toEqual([])
    expect(bare('5500 0000 0000 0004')).toBe('5500000000000004')
  })
})
