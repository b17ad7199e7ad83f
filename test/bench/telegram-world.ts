// The fake Telegram in a process of its own, so that it takes nothing of the processor time that is measured; its parent asks.

import { openTelegram } from '../fakes/telegram/telegram.ts'
import { isUserLine } from '../kill-telegram/town.ts'

export type Order =
  /** Makes people; those with topics have one each in the staff's group. */
  | { readonly kind: 'people'; readonly count: number; readonly topics: boolean }
  /** Everybody in turn says this, all at once; told when the bot has sent as many messages. */
  | { readonly kind: 'say'; readonly count: number; readonly text: string }
  /** One after another; told how long each took from its writing to the bot's message, in milliseconds. */
  | { readonly kind: 'pace'; readonly count: number; readonly everyMs: number; readonly text: string }
  /** Everybody in turn orders with these words; told when each has a picture of a code. */
  | { readonly kind: 'order'; readonly count: number; readonly text: string }
  /** Told when so many of those pictures have other words under them. */
  | { readonly kind: 'turned'; readonly count: number }
  | { readonly kind: 'polled' }
export type Told = { readonly [fact: string]: unknown }

/** Words under a picture were changed: which order's, in which message, when the call came in. */
export type Turn = { readonly tail: string; readonly chat: number; readonly message: number; readonly atMs: number }

const FIRST_ID = 5_001
const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

const telegram = await openTelegram()
const group = telegram.supergroup({ title: 'Desk' })
const mei = telegram.user({ first_name: 'Mei' })
group.add(mei, 'administrator')
const people: ReturnType<typeof telegram.user>[] = []

let looked = 0
let turnedFrom = 0
let sent = 0
let polls = 0
const arrivedMs = new Map<string, number>()
/** Messages of the bot so far, each looked at once; those with a number in them by the time they came. */
function count(): number {
  for (; looked < telegram.calls.length; looked++) {
    const call = telegram.calls[looked]
    if (call?.method === 'getUpdates') polls += 1
    if (call?.method !== 'sendMessage') continue
    // Not yet done: looked at again.
    if (!call.outcome) break
    if (call.outcome.ok) sent += 1
    const number = /\bw(\d+)\b/.exec(String(call.params.text))?.[1]
    if (number && !arrivedMs.has(number)) arrivedMs.set(number, call.atMs)
  }
  return sent
}

async function obey(order: Order): Promise<Told> {
  switch (order.kind) {
    case 'people': {
      const topics: number[] = []
      for (let index = 0; index < order.count; index++) {
        const one = telegram.user({ id: FIRST_ID + people.length, language_code: 'zh-hans' })
        people.push(one)
        one.sends('hello')
        if (order.topics) topics.push(mei.opensTopic(group, `#${people.length} `).id)
      }
      telegram.world.updates.drop()
      return { ids: people.map(({ id }) => id), topics }
    }
    case 'say': {
      const before = count()
      const began = performance.now()
      for (let index = 0; index < order.count; index++) people[index % people.length]?.sends(order.text)
      await telegram.until('as many answers', () => count() - before >= order.count, 120_000)
      return { ms: performance.now() - began }
    }
    case 'pace': {
      const ms: number[] = []
      const writtenMs: number[] = []
      for (let index = 0; index < order.count; index++) {
        writtenMs.push(Date.now())
        people[index % people.length]?.sends(`w${index} ${order.text}`)
        await pause(order.everyMs)
      }
      await telegram.until('every line', () => count() > 0 && arrivedMs.size >= order.count, 60_000)
      for (const [index, at] of writtenMs.entries()) ms.push((arrivedMs.get(String(index)) ?? Number.NaN) - at)
      const lines = group.messages().filter(isUserLine).length
      arrivedMs.clear()
      return { ms, lines }
    }
    case 'order': {
      const pictures = (): number =>
        telegram.calls.filter(({ method, outcome }) => method === 'sendPhoto' && outcome?.ok).length
      for (const one of people.slice(0, order.count)) {
        one.sends(order.text)
        await pause(50)
      }
      await telegram.until('a code for everybody', () => pictures() >= order.count, 120_000)
      return {}
    }
    case 'turned': {
      const edits = () =>
        telegram.calls.slice(turnedFrom).filter(({ method, outcome }) => method === 'editMessageCaption' && outcome?.ok)
      await telegram.until('a turn of every message', () => edits().length >= order.count, 60_000)
      const turns = edits().map(({ params, atMs }): Turn => {
        const tail = /(?:\*{4}|^)(\w{4})\b/.exec(String(params.caption))?.[1] ?? ''
        return { tail, chat: Number(params.chat_id), message: Number(params.message_id), atMs }
      })
      turnedFrom = telegram.calls.length
      return { turns }
    }
    case 'polled': {
      count()
      const before = polls
      await telegram.until('a poll', () => count() >= 0 && polls > before, 60_000)
      return {}
    }
    default:
      return order satisfies never
  }
}

process.on('message', async (order: Order) => process.send?.(await obey(order)))
process.send?.({ token: telegram.token, apiRoot: telegram.apiRoot, staffChat: group.id, colleague: mei.id })
