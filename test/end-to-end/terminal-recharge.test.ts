// A recharge in the terminal: the code is drawn, the sandbox pays, and the credit is said without anybody asking.
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url)

const talk = (args: readonly string[], input: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['bot/terminal/main.ts', ...args], { cwd: root, stdio: 'pipe' })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
    })
    child.on('close', () => resolve(out))
    child.stdin.end(input)
  })

describe('a recharge in the terminal', () => {
  it('draws the code, says how the sandbox pays, and then that it is credited', async () => {
    const out = await talk([], '充值 60\n1\n/pay\n')
    expect(out.match(/^████.*████$/gm)?.length).toBeGreaterThan(15)
    for (const words of ['¥60', '还剩 15 分钟', '按 Tab 键', '不要重复付款']) expect(out).toContain(words)
    expect(out).toMatch(/✅ 到账了：订单 \*{4}\w{4}，¥60，\d\d:\d\d 入账/)
    expect(out.indexOf('还剩')).toBeLessThan(out.indexOf('✅'))
    expect(out).not.toMatch(/DZ\d{8}/)
  })

  it('speaks English, and says so where nothing waits to be paid', async () => {
    const out = await talk(['--lang', 'en'], '/pay\n/recharge 70\n1\n/pay\n/pay\n')
    expect(out.match(/There is no code waiting to be paid/g)).toHaveLength(2)
    expect(out).toContain('press Tab and the sandbox pays')
    expect(out).toMatch(/✅ Credited: order \*{4}\w{4}, ¥70, at \d\d:\d\d/)
  })
})
