// The sandbox as one provider among the fakes: it has no network, so every fault of one is a channel that is down.
import { makeSandbox, memoryBook } from '../../../core/channels/sandbox.ts'
import type { Clock } from '../../../core/kit/clock.ts'
import { type Fen, fen } from '../../../core/kit/money.ts'
import { bytes, type Delivered, type Provider } from './provider.ts'

export async function openSandbox(clock: Clock): Promise<Provider> {
  const sandbox = makeSandbox(memoryBook(), clock)
  const channel = sandbox.channel('sandbox')
  const amounts = new Map<string, Fen>()
  const txns = new Map<string, string>()
  const notice = async (number: string): Promise<Delivered> => {
    const delivered = await sandbox.notice('sandbox', number, txns.get(number) ?? '')
    if (!delivered) throw new Error('nothing was paid')
    return delivered
  }
  const bad = (number: string, what: 'bad_signature' | 'wrong_merchant' | 'parse' | 'forged') => ({
    what,
    delivered: sandbox.badNotice('sandbox', number, 'T9', fen(5_000n), what),
  })
  return {
    name: 'sandbox',
    channel: {
      ...channel,
      create: async (trade, signal) => {
        amounts.set(trade.number, trade.amount)
        return channel.create(trade, signal)
      },
    },
    network: false,
    signsAnswers: false,
    refundsParts: true,
    scan: async (number) => {
      await sandbox.scan('sandbox', number)
      return true
    },
    pay: async (number, paid) => {
      const txn = `T${txns.size + 1}`
      txns.set(number, txn)
      await sandbox.pay('sandbox', number, txn, paid === undefined ? (amounts.get(number) ?? fen(5_000n)) : fen(paid))
      return txn
    },
    fail: async (fault) => {
      if (fault === undefined) await sandbox.setUp('sandbox')
      else await sandbox.setDown('sandbox', fault === 'hangs' ? 'hangs' : 'fails')
    },
    notice,
    forgeries: async (number) => {
      const { body, headers } = await notice(number)
      const unsigned = { body, headers: { ...headers, 'x-sandbox-signature': '' } }
      return [
        ...(['bad_signature', 'wrong_merchant', 'parse', 'forged'] as const).map((what) => bad(number, what)),
        { what: 'without a signature', delivered: unsigned },
        { what: 'empty', delivered: { body: bytes(''), headers } },
      ]
    },
    close: async () => undefined,
  }
}
