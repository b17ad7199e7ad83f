// The `redact` command as an operator uses it: started as a program, fed through a pipe.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

const COMMAND = new URL('../../bot/commands/redact.ts', import.meta.url).pathname

const start = (...args: string[]) => spawn(process.execPath, [COMMAND, ...args], { stdio: 'pipe' })

async function run(input: string | Buffer, ...args: string[]) {
  const child = start(...args)
  const closed = once(child, 'close')
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await closed
  return {
    code,
    err,
    out,
    lines: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

describe('npm run -s redact', () => {
  it('answers each line in input order with what was hidden and where', async () => {
    const input = [
      { id: 'a', text: '我的卡号6222021234567890128没到账' },
      { id: 2, text: 'nothing secret, ¥50 paid 2026-11-20 15:04' },
      { id: 'c', text: '' },
    ]
    const { code, lines, err } = await run(input.map((line) => `${JSON.stringify(line)}\n`).join(''))
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(lines).toEqual([
      { id: 'a', redacted: '我的卡号****0128没到账', finds: [{ kind: 'bank_card', start: 4, end: 23 }] },
      { id: 2, redacted: input[1]?.text, finds: [] },
      { id: 'c', redacted: '', finds: [] },
    ])
  })

  it('tells of a line it cannot read, goes on, and exits 1', async () => {
    const { code, lines } = await run('{"id":"x"}\nnot json\n[1]\n{"text":"t"}\n{"id":"y","text":"13812345678"}')
    expect(code).toBe(1)
    expect(lines.map(({ id, error }) => [id, typeof error])).toEqual([
      ['x', 'string'],
      [null, 'string'],
      [null, 'string'],
      [null, 'string'],
      ['y', 'undefined'],
    ])
    expect(lines[4].redacted).toBe('138****5678')
  })

  it('does not repeat an unreadable line, which may hold a secret', async () => {
    const { out } = await run('my card 6222021234567890128\n')
    expect(out).not.toMatch(/6222|0128/)
  })

  it('keeps long ids, characters cut between two chunks, and line separators inside a text', async () => {
    const message = '{"id":1859123456789012345,"text":"一\u2028二13812345678😀"}\n'
    const bytes = Buffer.from(message)
    const child = start()
    const closed = once(child, 'close')
    for (let at = 0; at < bytes.length; at += 5) {
      child.stdin.write(bytes.subarray(at, at + 5))
      await new Promise((resolve) => setImmediate(resolve))
    }
    child.stdin.end()
    expect(await text(child.stdout)).toContain('{"id":1859123456789012345,"redacted":"一\u2028二138****5678😀"')
    await closed
  })

  it('answers a line before the next one comes', async () => {
    const child = start()
    const closed = once(child, 'close')
    child.stdin.write('{"id":1,"text":"a"}\n')
    const [first] = await once(child.stdout, 'data')
    expect(String(first)).toBe('{"id":1,"redacted":"a","finds":[]}\n')
    child.stdin.end()
    expect((await closed)[0]).toBe(0)
  })

  it('has no size limit', async () => {
    const long = '到账 ok '.repeat(300_000)
    const { code, lines } = await run(`${JSON.stringify({ id: 1, text: `${long}13812345678` })}\n`)
    expect(code).toBe(0)
    expect(lines[0].redacted).toBe(`${long}138****5678`)
  })

  it('ends quietly when nobody reads on', async () => {
    const child = start()
    const closed = once(child, 'close')
    child.stdin.on('error', () => undefined)
    const line = `${JSON.stringify({ id: 1, text: 'x'.repeat(5_000) })}\n`
    child.stdin.write(line.repeat(200))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const err = text(child.stderr)
    child.stdin.end(line.repeat(200))
    expect((await closed)[0]).toBe(0)
    expect(await err).toBe('')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('stops on %s with what is done', async (signal) => {
    const child = start()
    const closed = once(child, 'close')
    child.stdin.write('{"id":1,"text":"a"}\n')
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await closed).toEqual([1, null])
  })

  it('says how it is used', async () => {
    expect(await run('', '--nonsense')).toMatchObject({ code: 2, out: '' })
    const child = start('--help')
    expect(await text(child.stdout)).toContain('usage: npm run -s redact')
  })
})
