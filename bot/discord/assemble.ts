// The parts of Discord put together: each knows only what it is handed here.
import { interfaceText } from '../../core/conversation/book.ts'
import type { Chat, ChatOptions } from '../../core/desk/chat/chat.ts'
import { makeGroup } from '../../core/desk/chat/group.ts'
import { makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import type { Log } from '../../core/redaction/log.ts'
import { makeAcknowledging } from './acknowledging.ts'
import { makeSentBefore } from './again.ts'
import { type DiscordSettings, makeClient } from './api.ts'
import type { Around } from './around.ts'
import { makeBackfill } from './backfill.ts'
import { Colleagues } from './colleague.ts'
import { makeForum } from './forum.ts'
import { Gaps } from './gap.ts'
import { makeHearing, Posts } from './hearing.ts'
import { makeHomes } from './homes.ts'
import { eventOf } from './inbound.ts'
import { makeIntake, type StaffRoom } from './intake.ts'
import { makeMarks } from './mark.ts'
import { DISCORD } from './name.ts'
import { Parent } from './panel.ts'
import { Places } from './places.ts'
import { makePlatform, OPEN_LINK } from './platform.ts'
import { makeReception } from './reception.ts'
import { makeTurns } from './turn.ts'
import { makeTyping } from './typing.ts'
import { Whispers } from './whisper.ts'
import { roomWords, subjectsOf, tagsOf, threadName } from './words.ts'

export type StartOptions = {
  readonly chat: Chat
  readonly settings: DiscordSettings
  readonly log: Log
  /** Who hears what staff do; handed the options of the chat. */
  readonly staffRoom: (options: ChatOptions) => StaffRoom
}

/** What was known before is loaded; nothing runs yet. */
export async function assemble(options: StartOptions) {
  const { chat, settings, log } = options
  const { context, book } = chat.options
  const { store, clock, keyring } = context
  const client = makeClient(settings)
  const me = { botId: '', application: '', readsGuild: false }
  const botId = (): string => me.botId
  const { guildId, staffChannelId } = settings

  const places = new Places(store, keyring, clock)
  const parent = new Parent(store)
  const colleagues = new Colleagues(settings, context.policy, store)
  await Promise.all([places.load(), parent.load(), colleagues.load()])
  const whispers = new Whispers(clock)
  const gaps = new Gaps(places)
  const posts = new Posts(staffChannelId)
  const learn = (user: string): Promise<void> => colleagues.learn(client, user)
  const around: Around = {
    botId,
    guildId,
    staffChannelId,
    readsGuild: () => me.readsGuild,
    isPost: (channel) => posts.has(channel),
    userOf: (channel) => places.userOf(channel),
    member: (user, roles) => colleagues.member(user, roles),
    langOf: (user) => places.home(user).lang,
  }
  const homes = makeHomes({
    client,
    guildId,
    botId,
    places,
    parent: () => parent.channel,
    nameOf: (user) => threadName(book, keyring, user, places.home(user).lang ?? 'zh'),
  })
  const forum = makeForum({
    client,
    guildId,
    channelId: staffChannelId,
    botId,
    tags: tagsOf(book),
    room: roomWords(book),
    touches: (thread) => {
      posts.add({ id: thread, parent_id: staffChannelId })
      turns.own(thread)
    },
  })
  const platform = makePlatform({
    client,
    staffChannelId,
    places,
    homes,
    forum,
    marks: makeMarks(client),
    whispers,
    botId,
    readsThreads: () => me.readsGuild,
    formButton: (user) => interfaceText(book, places.home(user).lang ?? 'zh', 'form_button'),
    sentBefore: makeSentBefore(client, botId, clock, [
      interfaceText(book, 'zh', 'may_repeat'),
      interfaceText(book, 'en', 'may_repeat'),
    ]),
  })
  const group = makeGroup(chat.options, () => OPEN_LINK)
  const dispatcher = makeDispatcher({ context, book, platform }, log)
  const staffRoom = options.staffRoom(chat.options)
  const poke = (): void => dispatcher.poke()
  const intake = makeIntake({ context, book, chat, staffRoom, group, poke, log, typing: makeTyping(client, places) })
  const turns = makeTurns({ client, settings, around, intake, learn, clock })
  const acknowledging = makeAcknowledging(client, book, (lang) => subjectsOf(book, lang))
  const reception = makeReception({
    context,
    book,
    client,
    intake,
    places,
    homes,
    whispers,
    parent,
    acknowledging,
    log,
  })
  const hearing = makeHearing(
    { around, places, gaps, intake, reception, whispers, colleagues, learn, turns, log },
    posts,
  )
  const backfill = makeBackfill({
    client,
    guildId,
    places,
    gaps,
    posts: () => posts.all(),
    isDirect: (channel) => places.isDirect(channel),
    take: (message) => hearing.missed(message),
    isTaken: async ({ id }) => (await store.read((r) => r.inbox.byEvent(DISCORD, eventOf.message(id)))) !== undefined,
    takeEdit: (message) => hearing.missedEdit(message),
    clock,
    log,
  })
  return { client, me, places, posts, platform, group, dispatcher, intake, hearing, backfill }
}
