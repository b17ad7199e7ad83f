// Foreign text cannot get out by accident, whichever way somebody tries.
import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { format, formatWithOptions, inspect } from 'node:util'
import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { Raw } from './raw.ts'

const SECRET = 'my code is 7K2QF-secret'
const raw = new Raw(SECRET)
const loose = raw as unknown as { [key: string]: unknown } & string

function printed(): string {
  let out = ''
  const stream = new Writable({
    write: (chunk, _, done) => {
      out += String(chunk)
      done()
    },
  })
  const own = new Console(stream)
  own.log(raw)
  own.log('%s %o %j', raw, raw, raw)
  own.table([raw])
  own.dir({ deep: [raw] }, { showHidden: true })
  return out
}

const attempts: { readonly [way: string]: () => unknown } = {
  'printed to a console': printed,
  'joined to a string': () => `${loose}${String(raw)}${loose.concat('', '')}`,
  'added up': () => (raw as unknown as number) + 1,
  'joined in a list': () => [raw, raw].join(),
  serialised: () => JSON.stringify({ raw, list: [raw] }),
  'serialised through a replacer': () => JSON.stringify({ raw }, (_, value: unknown) => value),
  inspected: () => inspect(raw) + inspect({ raw }, { showHidden: true, depth: 9 }),
  'inspected without its own inspector': () => inspect(raw, { customInspect: false, showHidden: true, getters: true }),
  formatted: () => format('%s %d %i %j %o %O', raw, raw, raw, raw, raw, raw) + formatWithOptions({}, raw),
  spread: () =>
    JSON.stringify({ ...raw }) + [...Object.values(raw), ...Object.keys(raw), ...Reflect.ownKeys(raw)].join(),
  copied: () => inspect(structuredClone({ ...raw })) + inspect(Object.assign({}, raw)),
  'serialised by the engine': () => serialize(raw).toString('latin1') + serialize(raw).toString('utf16le'),
  'in an error': () => {
    const error = new Error(raw as never, { cause: raw })
    return error.message + error.stack + inspect(error) + String(error)
  },
  'in a template of somebody else': () => String.raw({ raw: ['', ''] }, raw),
  'as a key': () => Object.keys({ [raw as never]: 1 }).join(),
  'read by a guess at its field': () => inspect(loose['#text']) + inspect(loose.text) + inspect(loose.value),
  'turned into a date, a number, a URL': () => `${Number(raw)} ${new URLSearchParams({ raw: raw as never })}`,
}

describe('a raw text', () => {
  it.each(Object.entries(attempts))('stays hidden: %s', (_, attempt) => {
    let shown: string
    try {
      shown = String(attempt())
    } catch (error) {
      shown = inspect(error)
    }
    expect(shown).not.toContain('secret')
    expect(shown).not.toContain('7K2QF')
  })

  it('says that something is there', () => {
    expect(`${loose}`).toBe('[raw]')
    expect(JSON.stringify({ raw })).toBe('{"raw":"[raw]"}')
    expect(raw.length).toBe(SECRET.length)
  })

  it('opens for the redactor', () => expect(Raw.open(raw)).toBe(SECRET))
})
