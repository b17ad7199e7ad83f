// Telegram keeps the contract of chat platforms.
import { onTestFinished } from 'vitest'
import { makeClient } from '../../bot/telegram/api.ts'
import { makePlatform } from '../../bot/telegram/platform.ts'
import { Secret } from '../../core/kit/secret.ts'
import type { Spot } from '../../core/ports/chat-platform.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import { openTelegram } from '../fakes/telegram/telegram.ts'
import { chatPlatformContract } from './chat-platform.ts'

/** Nobody listens there. */
const CLOSED = 'http://127.0.0.1:9'

chatPlatformContract('Telegram', async () => {
  const telegram = await openTelegram()
  onTestFinished(() => telegram.close())
  const li = telegram.user()
  telegram.world.person(li.id).started = true
  const staff = telegram.supergroup()
  const settings = (apiRoot: string) => ({
    token: new Secret(telegram.token),
    apiRoot,
    staffChatId: staff.id,
    staffIds: [],
  })
  const platform = makePlatform(makeClient(settings(telegram.apiRoot)), String(staff.id))
  const nowhere = makePlatform(makeClient(settings(CLOSED)), String(staff.id))
  let refusesOnce = false
  const at = (spot: Spot): readonly Seen[] =>
    spot.room === 'staff' ? staff.messages(spot.thread === null ? 'General' : Number(spot.thread)) : li.sees()
  telegram.quirk({ deletedTopic: 'lands in General' })
  return {
    platform: {
      ...platform,
      perform: (request, signal) => {
        const to = refusesOnce ? nowhere : platform
        refusesOnce = false
        return to.perform(request, signal)
      },
    },
    user: String(li.id),
    seen: (spot) =>
      at(spot)
        .filter(({ service }) => service === undefined)
        .map((seen) => ({
          id: String(seen.id),
          text: seen.text,
          buttons: seen.buttons.flat(),
          answers: seen.replyTo === undefined ? undefined : String(seen.replyTo),
          marks: seen.reactions,
          pictures: seen.media === undefined ? 0 : 1,
        })),
    blocks: () => li.blocks(),
    deletesMessage: (spot, id) => {
      const message = at(spot).find((seen) => String(seen.id) === id)
      if (message) li.deletes(message)
    },
    deletesThread: (thread) => li.deletesTopic(staff.topic(Number(thread))),
    nextIs: (mishap) => {
      if (mishap === 'refused before') refusesOnce = true
      else if (mishap === 'lost after') telegram.fails({ kind: 'accept-then-drop' })
      else telegram.fails({ kind: 'too-many', retryAfterS: mishap.limitS })
    },
    faults: () => telegram.faults,
  }
})
