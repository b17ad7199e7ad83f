// `npm start`: a terminal chat with the support bot over a demo database. No token, no server, no network.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadBook } from '../../core/conversation/check.ts'
import { type ChatOptions, makeChat } from '../../core/desk/chat/chat.ts'
import type { Context } from '../../core/desk/context.ts'
import { nextWorkAt, reconcile } from '../../core/desk/payment/reconcile.ts'
import { loadReplies } from '../../core/desk/staff/replies.ts'
import { makeStaff } from '../../core/desk/staff/work.ts'
import { parsePolicy } from '../../core/domain/policy-file.ts'
import { every } from '../../core/kit/clock.ts'
import { makeScreenshotRedactor } from '../../core/readers/index.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { type Demo, demoDefault, seedDemo } from '../../core/replay/demo.ts'
import { freshDemo, joinDemo, storedBook } from './demo.ts'
import { readOptions, type TerminalOptions } from './options.ts'
import { payByHand } from './pay.ts'
import { type Screen, showNote } from './screen.ts'
import { work } from './staff.ts'
import { PLATFORM, talk } from './user.ts'

const log = makeLog({ level: 'error', name: 'terminal' })
const data = fileURLToPath(new URL('../../data', import.meta.url))

/** Wrong usage or settings: one line that says what to do. */
function refuse(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(2)
}

function policy() {
  const file = `${data}/policy.yaml`
  const read = parsePolicy(readFileSync(file, 'utf8'), file)
  if (read.ok) return read.value
  const [fault] = read.error
  return refuse(`${fault?.file}:${fault?.line}: ${fault?.message}`)
}

function book(of: Context['policy']) {
  const read = loadBook(data, of)
  if (read.ok) return read.value
  const [fault] = read.error
  return refuse(`${fault?.file}:${fault?.line}: ${fault?.message}`)
}

/** The reconciler of the demo: looks once a second what is due, until the chat ends. */
function keepReconciling(context: Context, signal: AbortSignal): Promise<void> {
  const tick = async (): Promise<void> => {
    const due = await nextWorkAt(context)
    if (due === undefined || due > context.clock.now()) return
    await reconcile(context).catch((error: unknown) => {
      log.error('the reconciler failed', { error: error instanceof Error ? error : null })
    })
  }
  // What fails now is due again in a second.
  return every(1_000, signal, () => tick().catch(() => undefined))
}

function banner(screen: Screen, demo: Demo, account: string): void {
  const codes = [...demo.world.codes.values()].map(({ text }) => text)
  const others = demo.accounts.filter((id) => id !== account).join(', ')
  showNote(screen, `演示 / Demo. 您是 / you are: ${account}. 其他账号 / others: ${others} (npm start -- --as NAME)`)
  showNote(screen, `可试的兑换码 / codes to try: ${codes.join('  ')}`)
  showNote(
    screen,
    '直接说发生了什么，/orders 看每笔订单演示什么。Write what happened; /orders tells what each order shows.',
  )
  showNote(screen, '客服窗口 / a colleague, in another window: npm start -- --staff\n')
}

async function user(options: TerminalOptions, screen: Screen, stop: AbortController): Promise<void> {
  const rules = policy()
  const flows = book(rules)
  const { context, sandbox } = await freshDemo(rules)
  const demo = await seedDemo(context, storedBook(context.store))
  const account = options.as ?? demoDefault()
  if (!demo.accounts.includes(account)) {
    await context.store.close()
    refuse(`--as: there is no demo account "${account.slice(0, 40)}"; choose one of ${demo.accounts.join(', ')}`)
  }
  const userHash = context.keyring.hash('chat-user', `${PLATFORM}:${account}`)
  await context.store.write((w) =>
    w.accounts.link({
      id: context.ids.row('idn', context.clock.now()),
      platform: PLATFORM,
      userHash,
      accountId: account,
      linkedAt: context.clock.now(),
    }),
  )
  if (screen.live) banner(screen, demo, account)
  const chat = makeChat({
    context,
    book: flows,
    environment: 'demo',
    demo: { note: demo.note, beside: account === demoDefault() ? demo.beside : [] },
  })
  const reconciling = keepReconciling(context, stop.signal)
  const pictures = makeScreenshotRedactor()
  const pays = (): Promise<boolean> => payByHand(context, sandbox, account)
  await talk({ chat, pictures, screen, user: account, lang: options.lang, pays, signal: stop.signal })
  stop.abort()
  await pictures.close()
  await reconciling
  await context.store.close()
}

async function staff(options: TerminalOptions, screen: Screen, stop: AbortController): Promise<void> {
  const rules = policy()
  const context = joinDemo(rules)
  if (!context) return refuse('--staff: there is no demo yet; run npm start in another window first')
  const flows = book(rules)
  const replies = loadReplies(data, flows)
  if (!replies.ok)
    return refuse(replies.error.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
  const chat: ChatOptions = { context, book: flows, replies: replies.value, environment: 'demo' }
  await work({ staff: makeStaff(context, flows), chat, screen, name: options.name, signal: stop.signal })
  await context.store.close()
}

const options = readOptions(process.argv.slice(2))
if (!options.ok) refuse(options.error)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
process.stdout.on('error', () => process.exit(0))
const screen: Screen = {
  live: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  write: (text) => void process.stdout.write(text),
}
await (options.value.staff ? staff : user)(options.value, screen, stop)
