// What every chat platform must do behind the port: one suite, run for each with its own fake network.
import { describe, expect, it } from 'vitest'
import type { Result } from '../../core/kit/result.ts'
import type { Button, ChatPlatform, Done, Request, SendError, Spot } from '../../core/ports/chat-platform.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'

export type SeenThere = {
  readonly id: string
  readonly text: string
  readonly buttons: readonly string[]
  readonly answers: string | undefined
  readonly marks: readonly string[]
  readonly pictures: number
}

/** A network of one test, and the hands that make it misbehave. */
export type ContractNetwork = {
  readonly platform: ChatPlatform
  /** The address of somebody who can be written to. */
  readonly user: string
  seen(spot: Spot): readonly SeenThere[]
  /** The person takes no messages of the bot any more. */
  blocks(): void
  deletesMessage(spot: Spot, id: string): void
  deletesThread(thread: string): void
  /** The next call is refused for so many seconds; is done and never answered; meets nobody. */
  nextIs(mishap: { readonly limitS: number } | 'lost after' | 'refused before'): void
  /** Requests that broke the platform's own description. */
  faults(): readonly unknown[]
}

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const words = (text: string): Redacted => redact(new Raw(text)).text

export function chatPlatformContract(name: string, open: () => Promise<ContractNetwork>): void {
  const opened = async () => {
    const network = await open()
    const { platform } = network
    let count = 0
    const ask = (request: Request): Promise<Result<Done, SendError>> =>
      platform.perform(request, new AbortController().signal)
    const done = async (request: Request): Promise<Done> => {
      const answer = await ask(request)
      if (!answer.ok) throw new Error(`${request.kind}: ${answer.error.kind}`)
      return answer.value
    }
    const text = (to: Spot, said: string, more: Partial<Extract<Request, { kind: 'text' }>> = {}): Request => {
      count += 1
      return { kind: 'text', to, key: `k${count}`, text: words(said), buttons: [], ...more }
    }
    const user: Spot = { room: 'user', address: network.user }
    const thread = async (title = '#1 · topic · zh'): Promise<Spot & { room: 'staff' }> => {
      count += 1
      const state = { state: 'queue', topic: 'refund' } as const
      const made = await done({ kind: 'open-thread', key: `t${count}`, name: words(title), state })
      if (made.thread === undefined) throw new Error('a thread without an id')
      return { room: 'staff', thread: made.thread }
    }
    const at = (spot: Spot, id: string): SeenThere => {
      const found = network.seen(spot).find((seen) => seen.id === id)
      if (!found) throw new Error(`no message ${id} there`)
      return found
    }
    const say = async (spot: Spot, said: string): Promise<string> =>
      (await done(text(spot, said))).messages[0] as string
    return { ...network, ask, done, text, user, thread, at, say }
  }
  const errorOf = (answer: Result<Done, SendError>): SendError | undefined => (answer.ok ? undefined : answer.error)

  describe(`the port, on ${name}`, () => {
    it('brings a text as it is written: markup of others is words', async () => {
      const n = await opened()
      const said = '*a* _b_ [c](http://x_y.example) <b>&amp; `d` ~~e~~ @everyone'
      expect(n.at(n.user, await n.say(n.user, said)).text).toBe(said)
      expect(n.faults()).toEqual([])
    })

    it('brings a text of the full length, also of characters outside the first plane', async () => {
      const n = await opened()
      for (const unit of ['字', '😀']) {
        const said = unit.repeat(n.platform.limits.text / unit.length)
        expect(n.at(n.user, await n.say(n.user, said)).text).toBe(said)
      }
      expect(n.faults()).toEqual([])
    })

    it('shows buttons in their rows, with data or a link', async () => {
      const n = await opened()
      const buttons: Button[][] = [
        [{ label: words('一'), data: 'c:1:0' }],
        [
          { label: words('二'), data: 'c:1:1' },
          { label: words('三'), link: 'https://example.com/' },
        ],
      ]
      const { messages } = await n.done(n.text(n.user, '选', { buttons }))
      expect(n.at(n.user, messages[0] as string).buttons).toEqual(['一', '二', '三'])
      expect(n.faults()).toEqual([])
    })

    it('answers a message, and arrives all the same where that is gone', async () => {
      const n = await opened()
      const first = await n.say(n.user, 'first')
      const second = (await n.done(n.text(n.user, 'second', { answers: first }))).messages[0] as string
      expect(n.at(n.user, second).answers).toBe(first)
      n.deletesMessage(n.user, first)
      const third = (await n.done(n.text(n.user, 'third', { answers: first }))).messages[0] as string
      expect(n.at(n.user, third).answers).toBeUndefined()
    })

    it('edits in place, and tells an edit that changes nothing and one of what is gone', async () => {
      const n = await opened()
      const message = await n.say(n.user, 'before')
      const edit = { kind: 'edit', at: n.user, message, text: words('after'), buttons: [] } as const
      await n.done(edit)
      expect(n.at(n.user, message).text).toBe('after')
      const same = errorOf(await n.ask(edit))
      expect(same === undefined || same.kind === 'unchanged').toBe(true)
      n.deletesMessage(n.user, message)
      expect(errorOf(await n.ask({ ...edit, text: words('later') }))).toEqual({ kind: 'no-message' })
    })

    it('takes a message away, once', async () => {
      const n = await opened()
      const message = await n.say(n.user, 'gone soon')
      await n.done({ kind: 'remove', at: n.user, message })
      expect(n.seen(n.user)).toEqual([])
      expect(errorOf(await n.ask({ kind: 'remove', at: n.user, message }))).toEqual({ kind: 'no-message' })
    })

    it('sets any mark or its likeness, and takes it back', async () => {
      const n = await opened()
      const message = await n.say(n.user, 'marked')
      for (const mark of ['👌', '✅', '📝', '❤️', '🦖']) {
        await n.done({ kind: 'react', at: n.user, message, mark })
        expect(n.at(n.user, message).marks).toHaveLength(1)
      }
      await n.done({ kind: 'react', at: n.user, message, mark: null })
      expect(n.at(n.user, message).marks).toEqual([])
      expect(n.faults()).toEqual([])
    })

    it('opens a thread, speaks in it and in the common room, and mixes nothing up', async () => {
      const n = await opened()
      const [one, two] = [await n.thread('#1 · a · zh'), await n.thread('#2 · b · en')]
      await n.say(one, 'in one')
      await n.say(two, 'in two')
      await n.say({ room: 'staff', thread: null }, 'to all')
      const texts = (spot: Spot) => n.seen(spot).map((seen) => seen.text)
      expect(texts(one)).toEqual(['in one'])
      expect(texts(two)).toEqual(['in two'])
      expect(texts({ room: 'staff', thread: null })).toEqual(['to all'])
      expect(n.faults()).toEqual([])
    })

    it('closes and opens a thread, twice without harm', async () => {
      const n = await opened()
      const spot = await n.thread()
      const set = (isOpen: boolean) =>
        ({
          kind: 'set-thread',
          thread: spot.thread as string,
          name: words('#1 · topic · zh'),
          open: isOpen,
          state: { state: isOpen ? 'queue' : 'closed', topic: 'refund' },
        }) as const
      for (const isOpen of [false, false, true, true]) {
        const error = errorOf(await n.ask(set(isOpen)))
        expect(error === undefined || error.kind === 'unchanged').toBe(true)
      }
      await n.say(spot, 'open again')
      expect(n.faults()).toEqual([])
    })

    it('tells that a thread is gone, and leaves nothing in another place', async () => {
      const n = await opened()
      const spot = await n.thread()
      n.deletesThread(spot.thread as string)
      expect(errorOf(await n.ask(n.text(spot, 'where am I')))).toEqual({ kind: 'no-thread' })
      expect(n.seen({ room: 'staff', thread: null })).toEqual([])
    })

    it('shows one picture and several with their words', async () => {
      const n = await opened()
      for (const many of [1, 3]) {
        const pictures = Array.from({ length: many }, () => PNG)
        const request = {
          kind: 'pictures',
          to: n.user,
          key: `p${many}`,
          pictures,
          caption: words(`${many} 张`),
        } as const
        const { messages } = await n.done(request)
        expect(messages.length).toBeGreaterThan(0)
        const shown = messages.map((id) => n.at(n.user, id))
        expect(shown.reduce((sum, seen) => sum + seen.pictures, 0)).toBe(many)
        expect(shown[0]?.text).toBe(`${many} 张`)
      }
      expect(n.faults()).toEqual([])
    })

    it('turns the words and the buttons under a picture, which stays; and tells where it is gone', async () => {
      const n = await opened()
      const first: Button[][] = [
        [{ label: words('查一下'), data: 'o:1:check' }],
        [{ label: words('取消'), data: 'o:1:cancel' }],
      ]
      const sent = {
        kind: 'pictures',
        to: n.user,
        key: 'b1',
        pictures: [PNG],
        caption: words('请扫码'),
        buttons: first,
      } as const
      const message = (await n.done(sent)).messages[0] as string
      expect(n.at(n.user, message)).toMatchObject({ text: '请扫码', buttons: ['查一下', '取消'], pictures: 1 })
      const buttons: Button[][] = [[{ label: words('看余额'), data: 'o:1:balance' }]]
      const turn = { kind: 'edit', at: n.user, message, text: words('到账了'), buttons, picture: true } as const
      await n.done(turn)
      expect(n.at(n.user, message)).toMatchObject({ text: '到账了', buttons: ['看余额'], pictures: 1 })
      const same = errorOf(await n.ask(turn))
      expect(same === undefined || same.kind === 'unchanged').toBe(true)
      n.deletesMessage(n.user, message)
      expect(errorOf(await n.ask({ ...turn, text: words('又到账了') }))).toEqual({ kind: 'no-message' })
      expect(n.faults()).toEqual([])
    })

    it('tells that somebody takes no messages', async () => {
      const n = await opened()
      await n.say(n.user, 'hello')
      n.blocks()
      expect(errorOf(await n.ask(n.text(n.user, 'still there?')))).toEqual({ kind: 'blocked' })
    })

    it('honours the time that a limit asks for, however long', async () => {
      const n = await opened()
      for (const limitS of [1, 10_072]) {
        n.nextIs({ limitS })
        const error = errorOf(await n.ask(n.text(n.user, 'slowly')))
        expect(error).toEqual({ kind: 'later', afterMs: limitS * 1_000 })
      }
      expect(n.seen(n.user)).toEqual([])
    })

    it('calls a lost answer unclear, never done and never failed', async () => {
      const n = await opened()
      n.nextIs('lost after')
      expect(errorOf(await n.ask(n.text(n.user, 'did it arrive?')))).toEqual({ kind: 'unclear' })
      expect(n.seen(n.user)).toHaveLength(1)
    })

    it('knows that what met nobody was not sent', async () => {
      const n = await opened()
      n.nextIs('refused before')
      expect(errorOf(await n.ask(n.text(n.user, 'nobody there')))?.kind).toBe('later')
    })

    it('gives up at once when it is told to', async () => {
      const n = await opened()
      const over = new AbortController()
      over.abort()
      const answer = await n.platform.perform(n.text(n.user, 'too late'), over.signal)
      expect(['later', 'unclear']).toContain(errorOf(answer)?.kind)
    })

    it('says that a file is gone instead of failing', async () => {
      const n = await opened()
      expect(await n.platform.fetchFile('no-such-file', 1_000, new AbortController().signal)).toEqual({
        ok: false,
        error: 'gone',
      })
    })
  })
}
