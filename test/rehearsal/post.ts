// The way of a notice: lost, late, doubled, overtaken; tried again until the bot says that it has it, as providers do.
import type { Delivered } from '../fakes/providers/provider.ts'
import type { Dice } from '../kill-telegram/dice.ts'

export type Answer = 'accepted' | 'refused' | 'nobody'

export type PostOffice = {
  readonly figures: { sent: number; accepted: number; lost: number; doubled: number; forged: number }
  /** Forgeries that were answered as if they were true. */
  readonly believed: string[]
  /** One try. */
  deliver(name: string, notice: Delivered): Promise<Answer>
  /** Until it is accepted, with a fresh signature for each try. */
  insist(name: string, notice: () => Promise<Delivered>): Promise<void>
  stop(): void
}

const TRIES = 200

export function openPost(port: number, dice: Dice): PostOffice {
  const figures = { sent: 0, accepted: 0, lost: 0, doubled: 0, forged: 0 }
  const believed: string[] = []
  let stopped = false
  async function deliver(name: string, { body, headers }: Delivered): Promise<Answer> {
    figures.sent += 1
    try {
      const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
      const response = await fetch(`http://127.0.0.1:${port}/notify/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...Object.fromEntries(given) },
        body: Buffer.from(body),
        signal: AbortSignal.timeout(5_000),
      })
      await response.arrayBuffer()
      return response.ok ? 'accepted' : 'refused'
    } catch {
      return 'nobody'
    }
  }
  return {
    figures,
    believed,
    deliver,
    insist: async (name, notice) => {
      for (let tries = 0; tries < TRIES && !stopped; tries++) {
        if ((await deliver(name, await notice())) === 'accepted') {
          figures.accepted += 1
          return
        }
        await new Promise((wake) => setTimeout(wake, 200 + dice.roll() * 1_000))
      }
    },
    stop: () => {
      stopped = true
    },
  }
}
