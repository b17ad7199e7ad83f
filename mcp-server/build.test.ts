// What the server is made of: no statement that writes, nothing that calls a provider, and a handle that could not write if it tried.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageFolder } from '../core/kit/setting.ts'
import { openSqlite } from '../core/store/sqlite.ts'

/** Files of ours that run when a program is started: everything it imports but types. */
function madeOf(entry: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const waiting = [join(packageFolder, entry)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = relative(packageFolder, file)
    if (files.has(name)) continue
    const text = readFileSync(file, 'utf8')
    files.set(name, text)
    for (const [, from = ''] of text.matchAll(/^(?:import|export)\b(?! type\b)[^'"]*?'(\.[^']+\.ts)'/gm))
      waiting.push(join(dirname(file), from))
  }
  return files
}
const those = (files: ReadonlyMap<string, string>, pattern: RegExp): readonly string[] =>
  [...files].filter(([, text]) => pattern.test(text)).map(([name]) => name)

const WRITES = /\b(insertInto|updateTable|deleteFrom|replaceInto|insert into|replace into|delete from|update \w+ set)\b/
const CALLS_OUT = /\bfetch\(|'node:(https?|net|tls|dgram|dns|child_process)'|createRemoteJWKSet/

describe('the server', () => {
  const files = madeOf('mcp-server/main.ts')

  it('is all there', () => {
    expect(files.size).toBeGreaterThan(100)
    for (const name of ['mcp-server/tools/search-faq.ts', 'core/store/views/orders.ts', 'core/desk/lookups/gather.ts'])
      expect([...files.keys()]).toContain(name)
  })

  it('holds no statement that writes', () => expect(those(files, WRITES)).toEqual([]))

  it('calls nobody: it listens, and fetches the keys of the operator’s authorization server', () => {
    expect(those(files, CALLS_OUT).toSorted()).toEqual(['mcp-server/http.ts', 'mcp-server/oauth.ts'])
    expect([...files.keys()].filter((name) => name.startsWith('core/channels/'))).toEqual([])
  })

  it('is a claim that the bot would not pass', () => {
    const bot = madeOf('bot/main.ts')
    expect(those(bot, WRITES).length).toBeGreaterThan(10)
    expect([...bot.keys()].some((name) => name.startsWith('core/channels/'))).toBe(true)
  })
})

it('the handle that it opens refuses to write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-mcp-'))
  const path = join(folder, 'shop.db')
  const owner = openSqlite(path)
  owner.exec('create table word (text text)')
  const looker = openSqlite(path, { readonly: true })
  for (const statement of [`insert into word values ('x')`, 'drop table word', 'create table other (x)'])
    expect(() => looker.exec(statement)).toThrow(/readonly/)
  expect(looker.pragma('query_only', { simple: true })).toBe(1)
  looker.close()
  owner.close()
  rmSync(folder, { recursive: true })
})
