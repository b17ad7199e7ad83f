// The gateway: lets bots in, tells them what happens, and goes wrong in every way that Discord documents.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { ready, welcome } from './ready.ts'
import { Session } from './session.ts'
import { type Happening, INTENT, type World } from './world.ts'

const OP = {
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
}
const CLOSE = {
  unknownOpcode: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  badToken: 4004,
  twice: 4005,
  badSequence: 4007,
  timedOut: 4009,
  disallowed: 4014,
  badIntents: 4013,
}
/** A session without a line is kept this long. */
const KEPT_MS = 5 * 60_000
const KNOWN_INTENTS = (1 << 26) - 1

const packet = z.object({ op: z.int(), d: z.unknown() })
const identify = z.object({ token: z.string(), intents: z.int(), properties: z.looseObject({}) })
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() })

type Line = { session?: Session; beatAtMs: number }

export class Gateway {
  readonly #world: World
  readonly #token: string
  readonly #heartbeatMs: number
  readonly #after: () => void
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #lines = new Map<WebSocket, Line>()
  readonly sessions = new Map<string, Session>()
  readonly identifies: { readonly intents: number; readonly atMs: number }[] = []
  readonly resumes: { readonly session: string; readonly seq: number; readonly ok: boolean }[] = []
  identifyLimit = 1000
  #down = false
  #silent = false
  #repeats = 0
  #swapped: Happening[] | undefined

  constructor(world: World, token: string, { heartbeatMs, after }: { heartbeatMs: number; after: () => void }) {
    this.#world = world
    this.#token = token
    this.#heartbeatMs = heartbeatMs
    this.#after = after
    world.onHappening((happening) => this.#tell(happening))
    world.identifyLeft = () => ({
      total: this.identifyLimit,
      remaining: Math.max(0, this.identifyLimit - this.identifies.length),
      reset_after: 14_400_000,
    })
  }

  /** Those of the last identify. */
  get intents(): number {
    return this.identifies.at(-1)?.intents ?? 0
  }

  get connected(): boolean {
    return [...this.sessions.values()].some(({ line }) => line !== undefined)
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
    const fits = pathname.replace(/\/$/, '') === '/gateway' && searchParams.get('v') === '10'
    if (this.#down || !fits) return void socket.destroy()
    this.#server.handleUpgrade(request, socket, head, (line) => this.#open(line))
  }

  #open(line: WebSocket): void {
    this.#lines.set(line, { beatAtMs: this.#world.now() })
    line.on('message', (data) => {
      this.#heard(line, String(data))
      this.#after()
    })
    line.on('error', () => line.terminate())
    line.on('close', () => {
      this.#left(line)
      this.#after()
    })
    this.#send(line, OP.hello, { heartbeat_interval: this.#heartbeatMs, _trace: ['fake'] })
  }

  #left(line: WebSocket): void {
    const session = this.#lines.get(line)?.session
    this.#lines.delete(line)
    if (session?.line === line) session.lost(this.#world.now())
  }

  #send(line: WebSocket, op: number, d: unknown): void {
    if (line.readyState === 1) line.send(JSON.stringify({ op, d, s: null, t: null }))
  }

  #heard(line: WebSocket, text: string): void {
    const read = packet.safeParse(parsed(text))
    if (!read.success) {
      line.close(CLOSE.decode, 'Decode error')
      return
    }
    const { op, d } = read.data
    const own = this.#lines.get(line)
    if (!own) return
    if (op === OP.heartbeat) {
      own.beatAtMs = this.#world.now()
      if (!this.#silent) this.#send(line, OP.ack, null)
    } else if (op === OP.identify) this.#identify(line, own, d)
    else if (op === OP.resume) this.#resume(line, own, d)
    else if (op !== OP.presence && op !== OP.voice && op !== OP.members)
      line.close(CLOSE.unknownOpcode, 'Unknown opcode')
    else if (!own.session) line.close(CLOSE.notAuthenticated, 'Not authenticated')
  }

  #identify(line: WebSocket, own: Line, given: unknown): void {
    if (own.session) {
      line.close(CLOSE.twice, 'Already authenticated')
      return
    }
    const read = identify.safeParse(given)
    if (!read.success) {
      line.close(CLOSE.decode, 'Decode error')
      return
    }
    const { token, intents } = read.data
    if (token !== this.#token) {
      line.close(CLOSE.badToken, 'Authentication failed.')
      return
    }
    if (intents & ~KNOWN_INTENTS) {
      line.close(CLOSE.badIntents, 'Invalid intent(s).')
      return
    }
    const { grants } = this.#world
    const asksTooMuch =
      (intents & INTENT.content && !grants.messageContent) ||
      (intents & INTENT.members && !grants.members) ||
      (intents & INTENT.presences && !grants.presences)
    this.identifies.push({ intents, atMs: this.#world.now() })
    // Over the daily limit Discord takes the token away; here the door stays shut.
    if (this.identifies.length > this.identifyLimit) {
      line.close(CLOSE.badToken, 'Authentication failed.')
      return
    }
    if (asksTooMuch) {
      line.close(CLOSE.disallowed, 'Disallowed intent(s).')
      return
    }
    const session = new Session(`session-${this.identifies.length}`, intents, line)
    own.session = session
    this.sessions.set(session.id, session)
    session.tell({ t: 'READY', intent: 0, d: () => ready(this.#world, session.id) })
    const guild = welcome(this.#world)
    if (guild) session.tell({ t: 'GUILD_CREATE', intent: INTENT.guilds, d: () => guild })
  }

  #resume(line: WebSocket, own: Line, given: unknown): void {
    const read = resume.safeParse(given)
    if (!read.success) {
      line.close(CLOSE.decode, 'Decode error')
      return
    }
    const { token, session_id, seq } = read.data
    if (token !== this.#token) {
      line.close(CLOSE.badToken, 'Authentication failed.')
      return
    }
    const session = this.sessions.get(session_id)
    const old = session?.lostAtMs !== undefined && this.#world.now() - session.lostAtMs > KEPT_MS
    const ok = session !== undefined && !old
    this.resumes.push({ session: session_id, seq, ok })
    if (!ok) {
      this.#send(line, OP.invalid, false)
      return
    }
    if (seq > session.sequence) {
      line.close(CLOSE.badSequence, 'Invalid seq.')
      return
    }
    own.session = session
    session.resume(line, seq)
  }

  #tell(happening: Happening): void {
    if (this.#swapped) {
      this.#swapped.push(happening)
      if (this.#swapped.length < 2) return
      const [first, second] = this.#swapped
      this.#swapped = undefined
      for (const one of [second, first]) if (one) this.#give(one)
      return
    }
    this.#give(happening)
  }

  #give(happening: Happening): void {
    const times = this.#repeats > 0 ? 2 : 1
    this.#repeats = Math.max(0, this.#repeats - 1)
    for (const session of this.sessions.values()) session.tell(happening, times)
  }

  /** Ends every line: with a code, or cut without a word. */
  drops(code?: number): void {
    for (const line of [...this.#lines.keys()]) {
      this.#left(line)
      if (code === undefined) line.terminate()
      else line.close(code)
    }
  }

  asksReconnect(): void {
    for (const line of this.#lines.keys()) this.#send(line, OP.reconnect, null)
  }

  /** The session is declared invalid; where it can be resumed it is kept. */
  invalidates(resumable: boolean): void {
    if (!resumable) this.forgets()
    for (const line of this.#lines.keys()) this.#send(line, OP.invalid, resumable)
  }

  /** All sessions are gone: nothing is kept for them, and resuming fails. */
  forgets(): void {
    this.sessions.clear()
    for (const own of this.#lines.values()) delete own.session
  }

  /** Takes no connections, and cuts those that stand. */
  goesDown(): void {
    this.#down = true
    this.drops()
  }

  comesUp(): void {
    this.#down = false
  }

  /** Heartbeats are not answered any more: the line is dead and does not know. */
  goesSilent(): void {
    this.#silent = true
  }

  speaks(): void {
    this.#silent = false
  }

  /** The next events come twice. */
  repeatsNext(count = 1): void {
    this.#repeats += count
  }

  /** The next two events change places. */
  swapsNext(): void {
    this.#swapped = []
  }

  close(): void {
    this.#down = true
    for (const line of this.#lines.keys()) line.terminate()
    this.#server.close()
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
