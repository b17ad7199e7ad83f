// Which Host and which Origin are let in.
import { describe, expect, it } from 'vitest'
import { makeGuards } from './guards.ts'

describe('bound to loopback', () => {
  const { host, origin } = makeGuards('127.0.0.1', [], [])
  it.each(['localhost', 'localhost:8790', '127.0.0.1:8790', '[::1]:8790'])('%s is served', (name) =>
    expect(host(name)).toBe(true),
  )
  it.each([
    undefined,
    '',
    'evil.example.com',
    'localhost.evil.example.com',
    '127.0.0.1.evil.example.com',
    'evil.example.com:localhost',
  ])('%s is not', (name) => expect(host(name)).toBe(false))
  it.each([undefined, 'http://localhost:3000', 'https://127.0.0.1', 'http://[::1]:5000'])(
    'a page at %s may call',
    (page) => expect(origin(page)).toBe(true),
  )
  it.each([
    'null',
    '',
    'https://evil.example.com',
    'http://localhost.evil.example.com',
    'file://',
    'http://localhost@evil.example.com',
  ])('a page at %s may not', (page) => expect(origin(page)).toBe(false))
})

describe('bound to all the world', () => {
  const { host, origin } = makeGuards('0.0.0.0', ['mcp.example.com'], ['https://desk.example.com/'])
  it('serves the names of the list only, local ones neither', () => {
    expect(host('MCP.example.com')).toBe(true)
    expect(host('mcp.example.com:443')).toBe(true)
    expect(host('localhost')).toBe(false)
  })
  it('lets in the pages of the list only', () => {
    expect(origin('https://desk.example.com')).toBe(true)
    expect(origin('https://desk.example.com.evil.example.com')).toBe(false)
    expect(origin('http://localhost')).toBe(false)
  })
})
