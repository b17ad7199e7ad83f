// The provider's own books in a file of their own: what it was paid survives whatever happens to us.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SandboxBook } from '../../core/channels/sandbox.ts'
import { fen } from '../../core/kit/money.ts'

const entry = z.tuple([z.string(), z.string()])
const payments = z.object({ payments: z.array(z.object({ txn: z.string(), amount: z.string() })) })

/** Later lines replace earlier ones; a line that was cut off by a kill never happened. */
function lines(path: string): Map<string, string> {
  const whole = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  return new Map(whole.map((line) => entry.parse(JSON.parse(line))))
}

export function bookAt(path: string): SandboxBook {
  const trades = lines(path)
  return {
    get: async (number) => trades.get(number),
    put: async (number, json) => {
      appendFileSync(path, `${JSON.stringify([number, json])}\n`)
      trades.set(number, json)
    },
  }
}

/** Every payment that the provider has, by order number. */
export const paymentsIn = (path: string) =>
  [...lines(path)].map(([number, json]) => ({
    number,
    payments: payments
      .parse(JSON.parse(json))
      .payments.map(({ txn, amount }) => ({ txn, amount: fen(BigInt(amount)) })),
  }))
