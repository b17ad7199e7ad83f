// Every kind of message that Discord knows, on its way between a user and staff: forwarded, stickers, voices, pictures within.
import { describe, expect, it } from 'vitest'
import { openDesk, wordsOf } from '../discord/desk.ts'
import { COVERED, PNG, pictureReader } from '../telegram/pictures.ts'

const WAVE = { id: '749054660769218631', name: 'Wave' }
const VOICE = { name: 'voice-message.ogg', bytes: new Uint8Array([79, 103, 103, 83]), type: 'audio/ogg' }
const KEY = 'sk-proj-4fGh7Jk2Lm9Np3Qr6St8Uv1Wx5Yz0Ab'

describe('case 21: a forwarded message', () => {
  it('is read like words: staff see what it says, redacted, in the ticket that is there; its author is not named', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    const mo = desk.discord.person('Morgan')
    const told = mo.sends('general', `报错是 quota exceeded，key 是 ${KEY}`)
    li.sends('dm', '', { forwards: told })
    const line = await desk.staffReads('quota exceeded', post)
    expect(wordsOf(line)).not.toContain(KEY)
    expect(wordsOf(line)).not.toContain('Morgan')
    await desk.quiet()
    expect(desk.discord.posts().filter(({ name }) => name.startsWith('#'))).toHaveLength(1)
    expect(JSON.stringify(await desk.store.sql('select body from inbox'))).not.toContain(KEY)
    expect(desk.discord.breaches).toEqual([])
  })

  it('opens the talk with the bot by what it says', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    const own = li.sends('general', '我付了款但是没到账')
    li.sends('dm', '', { forwards: own })
    await desk.reads(li, '刚刚到账了', 'dm')
    expect(desk.discord.breaches).toEqual([])
  })

  it('is passed on with its picture, covered', async () => {
    const desk = await openDesk({ pictures: pictureReader({ amount: '¥50.00' }) })
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    const told = desk.discord.person('Morgan').sends('general', '付款截图', { files: [{ name: 'a.png', bytes: PNG }] })
    li.sends('dm', '', { forwards: told })
    const line = await desk.staffReads('付款截图', post)
    expect(line.files.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(COVERED)])
    expect(desk.discord.breaches).toEqual([])
  })
})

describe('case 17: a sticker', () => {
  it('of a user is told to staff by a word', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    li.sends('dm', '', { sticker: WAVE })
    await desk.staffReads('表情贴纸', post)
    expect(desk.discord.breaches).toEqual([])
  })

  it('of staff goes as it is where it answers the user, and nowhere else', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.sends('dm', '在吗')
    const line = await desk.staffReads('在吗', post)
    await desk.quiet()
    const stickers = () => li.sees().flatMap((seen) => seen.stickers)
    desk.mei.writes(post, '', { sticker: { ...WAVE, id: '749054660769218632' } })
    desk.mei.writes(post, '', { sticker: WAVE, replyTo: line })
    await desk.discord.until('the sticker', () => stickers().length > 0)
    await desk.quiet()
    expect(stickers()).toEqual([WAVE.id])
    expect(desk.discord.breaches).toEqual([])
  })
})

describe('case 17: a voice message', () => {
  it('of a user is told to both: nobody can read it for secrets', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    li.sends('dm', '', { files: [VOICE], voice: true })
    const line = await desk.staffReads('语音，没有转发', post)
    expect(line.files).toEqual([])
    await desk.reads(li, /语音/, 'dm')
    expect(desk.discord.breaches).toEqual([])
  })

  it('of staff goes as it is where it answers the user', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.sends('dm', '在吗')
    const line = await desk.staffReads('在吗', post)
    await desk.quiet()
    desk.mei.writes(post, '', { files: [VOICE], voice: true, replyTo: line })
    const files = () => li.sees().flatMap((seen) => seen.files)
    await desk.discord.until('the voice', () => files().length > 0)
    expect(files().map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual([
      ['voice.ogg', Buffer.from(VOICE.bytes)],
    ])
    expect(desk.discord.breaches).toEqual([])
  })
})
