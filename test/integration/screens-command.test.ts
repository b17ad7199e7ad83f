import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { pictureOf } from '../screens/truth.ts'

const folder = mkdtempSync(join(tmpdir(), 'redact-image-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bot/commands/redact-image.ts', import.meta.url))

function run(input: string, ...words: string[]): Promise<{ code: number | null; lines: unknown[]; err: string }> {
  const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, INIT_CWD: folder } })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const lines = words.length > 0 ? [] : out.split('\n').filter(Boolean)
      resolve({ code, lines: lines.map((line) => JSON.parse(line) as unknown), err })
    }),
  )
}

const json = (...tasks: object[]): string => tasks.map((task) => `${JSON.stringify(task)}\n`).join('')
const NONE = { amount: null, time: null, status: null, method: null, order_masked: null }

describe('the redact:image command', () => {
  it('answers in input order, writes what can be redacted and nothing for what cannot be decoded', async () => {
    writeFileSync(join(folder, 'bill.png'), readFileSync(new URL('../screens/example-before.png', import.meta.url)))
    writeFileSync(join(folder, 'text.png'), 'this is only called a picture, and it is long enough')
    writeFileSync(join(folder, 'chat.webp'), pictureOf('thirteenth-16-chat.webp'))
    const { code, lines, err } = await run(
      json(
        { in: 'bill.png', out: 'bill-out.jpg' },
        { in: 'text.png', out: 'text-out.png' },
        { in: 'nowhere.png', out: 'nowhere-out.png' },
        { in: 'chat.webp', out: 'chat-out.webp' },
      ),
    )
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(lines).toMatchObject([
      { in: 'bill.png', out: 'bill-out.jpg', mode: 'masked', fields: { amount: '-562.00', status: '交易成功' } },
      { in: 'text.png', out: 'text-out.png', mode: 'refused', reason: 'type', covered: [], fields: NONE },
      { in: 'nowhere.png', out: 'nowhere-out.png', mode: 'refused', reason: 'unreadable' },
      { in: 'chat.webp', out: 'chat-out.webp', mode: 'masked' },
    ])
    expect(['text-out.png', 'nowhere-out.png'].some((name) => existsSync(join(folder, name)))).toBe(false)
    expect(await sharp(join(folder, 'bill-out.jpg')).metadata()).toMatchObject({
      format: 'jpeg',
      width: 800,
      height: 1240,
    })
    expect((await sharp(join(folder, 'chat-out.webp')).metadata()).format).toBe('webp')
  })

  it('many pictures in one call are answered one by one, in order, whatever stands between them', async () => {
    mkdirSync(join(folder, 'a-folder.png'))
    writeFileSync(join(folder, 'empty.jpg'), '')
    const blank = sharp({ create: { width: 48, height: 40, channels: 3, background: '#eee' } })
    const inputs = {
      png: await blank.png().toBuffer(),
      jpg: await blank.jpeg().toBuffer(),
      webp: await blank.webp().toBuffer(),
    }
    for (const [format, bytes] of Object.entries(inputs)) writeFileSync(join(folder, `blank.${format}`), bytes)
    const names = Array.from(
      { length: 40 },
      (_, n) => ['blank.png', 'empty.jpg', 'blank.jpg', 'a-folder.png', 'blank.webp'][n % 5] ?? '',
    )
    const endings = ['webp', 'jpeg', 'PNG', 'jpg'] as const
    const tasks = names.map((name, n) => ({ in: name, out: `many-${n}.${endings[n % 4]}` }))
    const { code, lines, err } = await run(json(...tasks))
    expect([code, err]).toEqual([0, ''])
    expect(lines).toEqual(
      tasks.map((task) => ({
        ...task,
        mode: 'refused',
        ...(task.in.startsWith('blank')
          ? { covered: [{ kind: 'region', x: 0, y: 0, w: 48, h: 40 }] }
          : { reason: 'unreadable', covered: [] }),
        fields: NONE,
      })),
    )
    expect(tasks.map(({ out }) => existsSync(join(folder, out)))).toEqual(names.map((name) => name.startsWith('blank')))
    const formats = { webp: 'webp', jpeg: 'jpeg', PNG: 'png', jpg: 'jpeg' } as const
    for (const { in: name, out } of tasks.slice(0, 12)) {
      if (!name.startsWith('blank')) continue
      const { format, width, height } = await sharp(join(folder, out)).metadata()
      expect({ format, width, height }).toEqual({
        format: formats[out.split('.')[1] as (typeof endings)[number]],
        width: 48,
        height: 40,
      })
    }
  })

  it('says of each line that it cannot read what is wrong, goes on, and ends with 1', async () => {
    const { code, lines } = await run(
      `no json\n\n${json({ in: 'a.png' }, { in: 'a.png', out: 'b.gif' }, { in: 'x.png', out: 'y.png' })}`,
    )
    expect(code).toBe(1)
    expect(lines).toMatchObject([
      { error: 'the line is not JSON' },
      { error: 'the line is not an object {in,out}' },
      { error: 'out ends in none of .png, .jpg, .webp' },
      { mode: 'refused', reason: 'unreadable' },
    ])
  })

  it('explains itself: 0 when asked for help, 2 for a word it does not know', async () => {
    expect((await run('', '--help')).code).toBe(0)
    const wrong = await run('', '--fast')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('usage')
  })
})
