// Discord keeps the contract of chat platforms.
import { onTestFinished } from 'vitest'
import { makeSentBefore } from '../../bot/discord/again.ts'
import { makeClient } from '../../bot/discord/api.ts'
import { makeForum } from '../../bot/discord/forum.ts'
import { makeHomes } from '../../bot/discord/homes.ts'
import { makeMarks } from '../../bot/discord/mark.ts'
import { homeName, messageName, readName } from '../../bot/discord/name.ts'
import { Places } from '../../bot/discord/places.ts'
import { makePlatform } from '../../bot/discord/platform.ts'
import { Whispers } from '../../bot/discord/whisper.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { Secret } from '../../core/kit/secret.ts'
import type { ChatPlatform, Spot } from '../../core/ports/chat-platform.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { openStore } from '../../core/store/open.ts'
import { shown } from '../discord/shown.ts'
import { openDiscord } from '../fakes/discord/discord.ts'
import { remove } from '../fakes/discord/posting.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import { chatPlatformContract } from './chat-platform.ts'

/** Nobody listens there. */
const CLOSED = 'http://127.0.0.1:9'

const word = (text: string) => redact(new Raw(text)).text

const nameOf = (spot: Spot, { channel }: Seen, id: string): string =>
  spot.room === 'user' ? homeName('direct', id) : messageName(channel.id, id)

chatPlatformContract('Discord', async () => {
  const discord = await openDiscord()
  const store = openStore({ path: ':memory:' }, countedIds(1))
  await store.migrate()
  onTestFinished(async () => {
    await discord.close()
    await store.close()
  })
  const li = discord.person('Li')
  const mei = discord.staff('Mei')
  const forumChannel = discord.guild.channel('tickets')
  const platformAt = (apiRoot: string): ChatPlatform => {
    const settings = {
      token: new Secret(discord.token),
      apiRoot,
      guildId: discord.guild.id,
      staffChannelId: forumChannel.id,
      staffRoleId: discord.guild.staffRole,
    }
    const client = makeClient(settings)
    const botId = (): string => discord.botId
    const { guildId, staffChannelId: channelId } = settings
    const places = new Places(store, new Keyring(Buffer.alloc(32, 'contract')), systemClock)
    return makePlatform({
      client,
      staffChannelId: channelId,
      places,
      homes: makeHomes({ client, guildId, botId, places, parent: () => undefined, nameOf: () => word('Support') }),
      forum: makeForum({
        client,
        guildId,
        channelId,
        botId,
        tags: [{ key: 'state:queue', name: word('queue') }],
        room: { name: word('Everybody'), words: word('To all') },
      }),
      marks: makeMarks(client),
      whispers: new Whispers(systemClock),
      botId,
      readsThreads: () => true,
      formButton: () => word('Write'),
      sentBefore: makeSentBefore(client, botId, systemClock, []),
    })
  }
  const platform = platformAt(discord.apiRoot)
  const nowhere = platformAt(CLOSED)
  let refusesOnce = false
  const at = (spot: Spot): readonly Seen[] => {
    if (spot.room !== 'staff') return li.sees('dm')
    const post = discord
      .posts()
      .find(({ id, name }) => (spot.thread === null ? name === 'Everybody' : id === spot.thread))
    // A post begins with a message that is its card's place.
    return post ? discord.messagesIn(post).filter(({ id }) => id !== post.id) : []
  }
  const wordsOf = ({ text, embeds }: Seen): string =>
    shown(text === '' ? ((embeds[0] as { description?: string } | undefined)?.description ?? '') : text)
  return {
    platform: {
      ...platform,
      perform: (request, signal) => {
        const to = refusesOnce ? nowhere : platform
        refusesOnce = false
        return to.perform(request, signal)
      },
    },
    user: li.id,
    seen: (spot) =>
      at(spot).map((seen) => ({
        id: nameOf(spot, seen, seen.id),
        text: wordsOf(seen),
        buttons: seen.buttons.flat().map(({ label }) => label),
        answers: seen.replyTo === undefined ? undefined : nameOf(spot, seen, seen.replyTo),
        marks: Object.entries(seen.reactions).flatMap(([emoji, who]) => who.map(() => emoji)),
        pictures: seen.files.length,
      })),
    blocks: () => li.closesDms(),
    deletesMessage: (spot, id) => {
      const message = at(spot).find((seen) => seen.id === readName(id)?.message)
      if (message) remove(discord.world, message.message)
    },
    deletesThread: (thread) => mei.deletesPost(discord.thread(thread)),
    nextIs: (mishap) => {
      if (mishap === 'refused before') refusesOnce = true
      else if (mishap === 'lost after') discord.fails({ kind: 'accept-then-drop' }, 'POST /channels/:channel/messages')
      else
        discord.fails(
          { kind: 'too-many', retryAfterS: mishap.limitS, scope: 'user' },
          'POST /channels/:channel/messages',
        )
    },
    faults: () => discord.breaches,
  }
})
