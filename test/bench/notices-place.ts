// Where notices are measured: a shop full of open orders at a fake gateway, the bot or a bare server before it, and who delivers.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeSandbox, memoryBook } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { openStore } from '../../core/store/open.ts'
import { shippedPolicy } from '../fakes/chat-context.ts'
import type { EpayProvider } from '../fakes/providers/epay.ts'
import type { OpenWorld } from './telegram-place.ts'
import type { Usage } from './telegram-usage.ts'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const SECRET = Buffer.alloc(32, 'a bot whose notices count')
const keyring = new Keyring(SECRET)
export const YUAN = 50

export type Served = { readonly port: number; readonly usage: () => Promise<Usage>; readonly end: () => Promise<void> }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

function served(child: ChildProcess, port: number): Served {
  return {
    port,
    usage: async () => {
      const answer = once(child, 'message')
      child.send({})
      return (await answer)[0] as Usage
    },
    end: async () => {
      const ended = once(child, 'close')
      child.kill('SIGKILL')
      await ended
    },
  }
}

const measured = (program: string, words: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  fork(file(program), words, {
    execArgv: ['--import', file('./telegram-usage.ts')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, KILL_EPOCH: String(Date.now()), KILL_FASTER: '1', ...env },
  })

/** The bot as an operator starts it, with the gateway as its only way to pay; on Telegram where there is a world. */
export async function startShop(folder: string, gateway: EpayProvider, world?: OpenWorld): Promise<Served> {
  const port = await freePort()
  const policy = join(folder, 'policy.yaml')
  const shipped = readFileSync(new URL('../../data/policy.yaml', import.meta.url), 'utf8')
  writeFileSync(policy, shipped.replace('channels: [alipay, wechat]', 'channels: [epay]'))
  const onTelegram = world && {
    TELEGRAM_BOT_TOKEN: world.token,
    TELEGRAM_API_ROOT: world.apiRoot,
    TELEGRAM_STAFF_CHAT_ID: String(world.staffChat),
    TELEGRAM_STAFF_IDS: String(world.colleague),
  }
  const child = measured('../../bot/main.ts', [], {
    DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
    APP_SECRET: SECRET.toString('base64'),
    POLICY_FILE: policy,
    PUBLIC_URL: 'https://bot.example.com',
    HTTP_PORT: String(port),
    LOG_LEVEL: 'error',
    ...gateway.environment,
    ...onTelegram,
  })
  await new Promise<void>((ready, fail) => {
    let heard = ''
    child.stderr?.on('data', (piece: Buffer) => {
      heard = (heard + piece.toString()).slice(-4_000)
      if (heard.includes('http: on')) ready()
    })
    child.once('close', () => fail(new Error(`the bot did not start: ${heard}`)))
  })
  if (world) await world.ask({ kind: 'polled' })
  return served(child, port)
}

export async function startBare(folder: string, world?: OpenWorld): Promise<Served> {
  const child = measured('./notices-bare.ts', [join(folder, 'bare.db'), world?.token ?? '', world?.apiRoot ?? ''], {})
  child.stderr?.resume()
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return served(child, port)
}

function contextIn(folder: string): Context {
  const sandbox = makeSandbox(memoryBook(), systemClock)
  return {
    store: openStore({ path: join(folder, 'bot.db') }, randomIds),
    clock: systemClock,
    ids: randomIds,
    keyring,
    policy: shippedPolicy,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
}

/** Accounts that these chats are linked to. */
export async function fillPeople(folder: string, ids: readonly number[]): Promise<void> {
  const context = contextIn(folder)
  await context.store.migrate()
  for (const id of ids) {
    await openAccount(context, { id: `acc_${id}`, status: 'normal' })
    const userHash = keyring.hash('chat-user', `telegram:${id}`)
    const linkedAt = systemClock.now()
    const row = { id: randomIds.row('idn', linkedAt), platform: 'telegram', userHash, accountId: `acc_${id}`, linkedAt }
    await context.store.write((w) => w.accounts.link(row))
  }
  await context.store.close()
}

/** The numbers of so many open orders that nobody is going to ask the gateway about. */
export async function fillOrders(folder: string, count: number): Promise<readonly string[]> {
  const context = contextIn(folder)
  await context.store.migrate()
  for (let index = 0; index < 200; index++) await openAccount(context, { id: `acc_${index}`, status: 'normal' })
  const numbers: string[] = []
  for (let first = 0; first < count; first += 500) {
    const batch = Array.from({ length: Math.min(500, count - first) }, async (_, more) => {
      const wish = { accountId: `acc_${(first + more) % 200}`, amount: fenOfYuan(YUAN), channel: 'epay' } as const
      const placed = await placeOrder(context, wish, true)
      if (placed.ok) numbers.push(placed.value.order.number)
    })
    await Promise.all(batch)
  }
  await context.store.sql('delete from due_query')
  await context.store.close()
  return numbers
}

let count = 0
/** The gateway's notice that this order is paid, rightly signed. */
export const noticeOf = (gateway: EpayProvider, number: string): Buffer => {
  count += 1
  const fields = {
    pid: gateway.environment.EPAY_PID ?? '',
    trade_no: `20261121220014${String(count).padStart(14, '0')}`,
    out_trade_no: number,
    type: 'alipay',
    name: number,
    money: `${YUAN}.00`,
    trade_status: 'TRADE_SUCCESS',
    param: '',
  }
  return Buffer.from(gateway.deliver(fields).body)
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** Delivers one notice; resolves with the server's answer. */
export const deliver = (port: number, path: string, body: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.byteLength }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      let heard = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        heard += piece
      })
      response.on('end', () => resolve(heard))
    })
    sent.on('error', reject)
    sent.end(body)
  })
