// A repeat that comes after the nonce is forgotten finds what was said before, whether either of them says that it may be a repeat.
import { expect, it } from 'vitest'
import { fixedClock, instantOf, MINUTE } from '../../core/kit/clock.ts'
import { makeSentBefore } from './again.ts'
import type { Client } from './api.ts'
import type { Message } from './sending.ts'

const MARK = '（网络不稳，这条可能是重复的）'
const clock = fixedClock('2026-11-20T03:00:00Z')

function sentBefore(inChannel: string, wanted: string) {
  const message = { id: '77', author: { id: 'bot' }, content: inChannel, embeds: [], attachments: [], components: [] }
  const client = { rest: { get: async () => [message] } } as unknown as Client
  const find = makeSentBefore(client, () => 'bot', clock, [MARK])
  const asked = { words: { content: wanted, embeds: [] }, rows: [] } as unknown as Message
  return find('1', asked, instantOf(clock.now() - 5 * MINUTE), AbortSignal.any([]))
}

it.each([
  ['said without a mark, repeated with one', '客服 A： 正在查', `${MARK} 客服 A： 正在查`],
  ['said with a mark, repeated with one', `${MARK} 客服 A： 正在查`, `${MARK} 客服 A： 正在查`],
  ['said with a mark, repeated without', `${MARK} 客服 A： 正在查`, '客服 A： 正在查'],
])('%s: it is found', async (_, inChannel, wanted) => expect(await sentBefore(inChannel, wanted)).toBe('77'))

it('other words are not', async () =>
  expect(await sentBefore('客服 A： 已到账', `${MARK} 客服 A： 正在查`)).toBe(undefined))
