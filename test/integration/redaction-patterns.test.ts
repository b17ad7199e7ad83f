// Patterns of the operator's policy file: they hide in the command and in the chat, and a broken one stops the start.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeChat } from '../../core/desk/chat/chat.ts'
import { parsePolicy } from '../../core/domain/policy-file.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { chatContext, linkedUser, shippedBook } from '../fakes/chat-context.ts'

const COMMAND = new URL('../../bot/commands/redact.ts', import.meta.url).pathname
const shipped = readFileSync(new URL('../../data/policy.yaml', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'patterns-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EMPTY = '  patterns: [] '
/** The shipped policy with these patterns. */
const policyWith = (...patterns: readonly (readonly [name: string, pattern: string])[]): string => {
  const list = patterns.map(([name, pattern]) => `    - { name: ${name}, pattern: '${pattern}' }`).join('\n')
  return shipped.replace(EMPTY, `  patterns:\n${list}\n  `)
}

function redact(policy: string, text: string) {
  const file = join(folder, 'policy.yaml')
  writeFileSync(file, policy)
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND], {
    env: { ...process.env, POLICY_FILE: file },
    input: `${JSON.stringify({ id: 1, text })}\n`,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, file }
}

describe('a pattern of the policy file', () => {
  it('hides what it matches in the command, also in full width, as kind custom', () => {
    const { status, stdout } = redact(policyWith(['member', 'VIP-[0-9]{6,10}']), '会员ＶＩＰ-20041234 等级')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      id: 1,
      redacted: '会员****1234 等级',
      finds: [{ kind: 'custom', start: 2, end: 14 }],
    })
  })

  it('hides what it matches in the chat, in every table', async () => {
    const policy = parsePolicy(policyWith(['member', 'VIP-[0-9]{6,10}']))
    if (!policy.ok) throw new Error('the policy is not sound')
    const desk = await chatContext()
    const context = { ...desk.context, policy: policy.value }
    await linkedUser(desk, 'test', 'mei')
    const chat = makeChat({ context, book: shippedBook, environment: 'test' })
    const raw = new Raw('我的会员 VIP-20041234 充值没到账')
    await chat.receive({ platform: 'test', user: 'mei', eventId: 'e1', message: { kind: 'text', raw } })
    const tables = await desk.context.store.sql("select name from sqlite_schema where type = 'table'")
    const rows = await Promise.all(tables.map(({ name }) => desk.context.store.sql(`select * from "${String(name)}"`)))
    expect(JSON.stringify(rows)).toContain('****1234')
    expect(JSON.stringify(rows)).not.toContain('VIP-2004')
    await desk.context.store.close()
  })

  it.each([
    ['is no RE2 pattern', '(?=secret)x', /the pattern "broken" is not a pattern in RE2 syntax/],
    ['is not closed', '(VIP', /the pattern "broken" is not a pattern in RE2 syntax/],
    ['matches nothing at all', '(VIP-)?', /the pattern "broken" matches an empty text/],
    ['matches ordinary words', '[a-z]{4}', /the pattern "broken" matches ordinary words/],
    ['is too long', `VIP${'x'.repeat(500)}`, /the pattern "broken" is longer than 500 characters/],
  ])('that %s stops the start with its file, line and name, and exit 2', (_what, pattern, told) => {
    const { status, stdout, stderr, file } = redact(policyWith(['sound', 'VIP-[0-9]+'], ['broken', pattern]), 'x')
    expect(status).toBe(2)
    expect(stdout).toBe('')
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('name: broken')) + 1
    expect(stderr.startsWith(`redact: ${file}:${line}: `)).toBe(true)
    expect(stderr).toMatch(told)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('must have a name of its own, and there are at most twenty', () => {
    expect(redact(policyWith(['a', 'VIP-[0-9]+'], ['a', 'MEM-[0-9]+']), 'x').stderr).toContain('a name is used twice')
    const many = Array.from({ length: 21 }, (_, i) => [`n${i}`, `VIP${i}-[0-9]+`] as const)
    expect(redact(policyWith(...many), 'x').stderr).toContain('at most 20 patterns')
  })
})
