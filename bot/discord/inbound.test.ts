// What Discord tells becomes what the desk hears: whose it is, where, and what is left alone.
import type { APIMessage } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Around } from './around.ts'
import { hear } from './inbound.ts'
import type { Packet } from './packet.ts'

const around: Around = {
  botId: () => '1',
  guildId: '9',
  staffChannelId: '8',
  readsGuild: () => true,
  isPost: (channel) => channel === '80',
  userOf: (channel) => (channel === '70' || channel === '71' ? '5' : undefined),
  member: (_, roles) =>
    roles?.includes('staff') ? ({ key: 'discord:6', persona: 'A', proven: true } as never) : undefined,
  langOf: () => undefined,
}

type Given = Partial<APIMessage> & { readonly guild_id?: string; readonly member?: object }
const message = (given: Given): Packet =>
  ({
    t: 'MESSAGE_CREATE',
    d: {
      id: '100',
      channel_id: '70',
      author: { id: '5' },
      content: 'hi',
      type: 0,
      attachments: [],
      embeds: [],
      mentions: [],
      ...given,
    },
  }) as unknown as Packet

const kinds = (packet: Packet) => hear(around, packet, 's:1').map(({ kind }) => kind)
const image = {
  id: '200',
  filename: 'name of somebody.png',
  size: 10,
  url: 'https://x',
  proxy_url: '',
  content_type: 'image/png',
}

describe('events of Discord', () => {
  it('a direct message is its author’s, under the number of the message', () => {
    const [heard] = hear(around, message({}), '')
    expect(heard).toMatchObject({
      kind: 'user',
      incoming: { user: '5', address: '5', eventId: 'm:100', messageId: 'direct/100' },
    })
  })

  it.each([
    ['the bot’s own words', message({ author: { id: '1', bot: true } as never })],
    ['another bot', message({ author: { id: '3', bot: true } as never })],
    ['a notice of Discord', message({ type: 18 as never })],
    [
      'a colleague in somebody’s private thread',
      message({ channel_id: '71', guild_id: '9', author: { id: '6' } as never }),
    ],
    ['talk that is empty to everybody', message({ channel_id: '60', guild_id: '9', content: '' })],
  ])('leaves alone: %s', (_, packet) => expect(kinds(packet)).toEqual([]))

  it('what is kept from the bot is told apart from what is empty', () => {
    expect(kinds(message({ channel_id: '71', guild_id: '9', content: '' }))).toEqual(['withheld'])
  })

  it('several pictures are one album, and no name of a file goes along', () => {
    const heard = hear(around, message({ attachments: [image, { ...image, id: '201' }] as never }), '')
    expect(heard.map((one) => one.kind === 'user' && one.incoming.message)).toMatchObject([
      { kind: 'media', album: '100', file: '70/100/200' },
      { kind: 'media', album: '100', file: '70/100/201' },
    ])
    expect(JSON.stringify(heard)).not.toContain('somebody')
  })

  it('a message in a post is its author’s, a colleague by the role', () => {
    const [heard] = hear(around, message({ channel_id: '80', guild_id: '9', member: { roles: ['staff'] } }), '')
    expect(heard).toMatchObject({
      kind: 'staff',
      incoming: { thread: '80', chat: '8', messageId: '80/100', member: { key: 'discord:6' } },
    })
    const [guest] = hear(around, message({ channel_id: '80', guild_id: '9', member: { roles: [] } }), '')
    expect(guest).toMatchObject({ kind: 'staff', incoming: { member: null } })
  })

  it('a message that Discord tells anew without an edit is none', () => {
    const { d } = message({}) as { d: object }
    expect(kinds({ t: 'MESSAGE_UPDATE', d: { ...d, edited_timestamp: null } } as never)).toEqual([])
    const at = '2026-11-21T01:00:00Z'
    const [edit] = hear(around, { t: 'MESSAGE_UPDATE', d: { ...d, edited_timestamp: at } } as never, '')
    expect(edit).toMatchObject({
      kind: 'user',
      incoming: { eventId: `e:100:${at}`, message: { kind: 'edit', of: 'direct/100' } },
    })
  })

  it('a reaction has no number of its own: the session’s stands for it', () => {
    const d = { channel_id: '70', message_id: '100', user_id: '5', emoji: { id: null, name: '👍' } }
    const [added] = hear(around, { t: 'MESSAGE_REACTION_ADD', d } as never, 's:7')
    expect(added).toMatchObject({
      kind: 'user',
      incoming: { eventId: 's:7', message: { kind: 'reaction', mark: '👍' } },
    })
    const own = { ...d, emoji: { id: '33', name: 'party' } }
    expect(hear(around, { t: 'MESSAGE_REACTION_ADD', d: own } as never, 's:8')).toEqual([])
  })

  it('the bot’s name at the beginning is none of the words, and words of a channel of all are a group’s', () => {
    expect(
      kinds(message({ channel_id: '60', guild_id: '9', content: '<@1> help', mentions: [{ id: '1' }] as never })),
    ).toEqual(['group'])
  })
})
