// A repeat is looked for wherever somebody may have got it: they may have moved between two tries.
import { expect, it } from 'vitest'
import type { PlatformOptions } from './platform.ts'
import type { Message } from './sending.ts'
import { makeToUser } from './to-user.ts'

const message = { words: { content: '客服 A： 正在查', embeds: [] }, rows: [] } as unknown as Message

/** Answered in direct messages once, in a thread now. */
function moved(saidIn: string | undefined) {
  const sent: string[] = []
  const options = {
    client: {},
    places: { home: () => ({ direct: 'dm', thread: 'thread', last: 'whisper' }) },
    homes: {
      ways: () => ['thread', 'direct'],
      reach: async (_: string, way: string) => (way === 'direct' ? 'dm' : 'thread'),
    },
    whispers: { of: () => undefined },
    readsThreads: () => true,
    sentBefore: async (channel: string) => (channel === saidIn ? '77' : undefined),
  } as unknown as PlatformOptions
  const toUser = makeToUser(options, async (channel) => {
    sent.push(channel)
    return { messages: [channel] }
  })
  return {
    sent,
    toUser: (againSince?: number) =>
      toUser('li', message, { key: 'k', ...(againSince === undefined ? {} : { againSince }) }, AbortSignal.any([])),
  }
}

it('what stands where they were before is not said again where they are now', async () => {
  const { sent, toUser } = moved('dm')
  expect(await toUser(1)).toMatchObject({ ok: true })
  expect(sent).toEqual([])
})

it('what stands nowhere is said', async () => {
  const { sent, toUser } = moved(undefined)
  await toUser(1)
  expect(sent).toEqual(['thread'])
})

it('the first try looks for nothing', async () => {
  const { sent, toUser } = moved('thread')
  await toUser()
  expect(sent).toEqual(['thread'])
})
