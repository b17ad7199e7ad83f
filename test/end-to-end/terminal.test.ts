// The terminal as a newcomer uses it: lines piped in, replies out, exit 0; staff join; wrong usage says what to do.
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url)

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

function start(args: readonly string[], input: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bot/terminal/main.ts', ...args], { cwd: root, stdio: 'pipe' })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8')
    })
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

describe('npm start', () => {
  it('three piped lines give a verdict in Chinese, a choice by number and a ticket, and end with exit 0', async () => {
    const { code, out, err } = await start([], '我付了款但是没到账\n1\n人工\n')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/刚刚到账了：支付平台确认了订单 \*{4}\w{4} 的付款，¥50/)
    expect(out).toContain('+¥50')
    expect(out).toContain('#1')
    expect(out).not.toMatch(/DZ\d{8}/)
  })

  it('answers in English to English', async () => {
    const { out } = await start([], 'I paid 50 yuan and nothing arrived\n')
    expect(out).toContain('Your ¥50 has just been credited')
  })

  it('staff see the queue of the demo that is there, claim, answer and give back', async () => {
    await start(['--as', 'daniel'], 'human\n')
    const { code, out } = await start(['--staff', '--name', 'Li'], '/claim 1\n/r hello\nan internal note\n/bot\n')
    expect(code).toBe(0)
    expect(out).toContain('#1 is yours.')
    expect(out).toContain('Sent to the user.')
    expect(out).toContain('note Li: an internal note')
    expect(out).toContain('The bot answers again.')
  })

  it.each([
    [['--as', 'nobody'], 'choose one of mei, daniel'],
    [['--lang', 'fr'], '--lang is zh or en'],
    [['--nonsense'], 'usage:'],
  ])('%s: exit 2 and one line that says what to do', async (args, line) => {
    const { code, err } = await start(args, '')
    expect(code).toBe(2)
    expect(err).toContain(line)
    expect(err.trim().split('\n').length).toBe(1)
  })
})
