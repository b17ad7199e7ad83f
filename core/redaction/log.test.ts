// A log is an exit for text: nothing a person wrote may pass it, however it came in.
import { describe, expect, it } from 'vitest'
import { makeLog } from './log.ts'
import { Raw } from './raw.ts'
import { redact } from './redact.ts'
import { mint } from './redacted.ts'

const CANARY = 'sk-CanAry7Zq9Wk3Xv5Ty1Rb8Lm2Np6'

function lines(): { log: ReturnType<typeof makeLog>; text: () => string; first: () => Record<string, unknown> } {
  const written: string[] = []
  const log = makeLog({ level: 'debug', name: 'test', destination: { write: (line) => void written.push(line) } })
  return { log, text: () => written.join(''), first: () => JSON.parse(written[0] ?? '{}') }
}

/** An error as chat libraries throw them: with what was sent beside it. */
class SendError extends Error {
  override readonly name = 'SendError'
  readonly code = 'ETELEGRAM'
  readonly payload = { text: CANARY }
  readonly requestBody = { json: { content: CANARY } }
}

describe('the log', () => {
  it('says a constant of ours with redacted fields and numbers', () => {
    const { log, first } = lines()
    log.info('order credited', { order: mint('****4TBC'), fen: 5000, again: false, reason: null })
    expect(first()).toMatchObject({
      level: 'info',
      name: 'test',
      msg: 'order credited',
      order: '****4TBC',
      fen: 5000,
      again: false,
      reason: null,
    })
  })

  it('tells of an error its name, code and place, and nothing it quotes', () => {
    const { log, text, first } = lines()
    const cause = new SendError(`refused: ${CANARY}`)
    log.error('sending failed', { error: new TypeError(`could not send ${CANARY}`, { cause }) })
    expect(text()).not.toContain('CanAry')
    const error = first().error as { name: string; stack: string[]; cause: { name: string; code: string } }
    expect(error.name).toBe('TypeError')
    expect(error.stack[0]).toMatch(/log\.test\.ts:\d+$/)
    expect(error.stack.join(' ')).not.toMatch(/[/\\]core[/\\]/)
    expect(error.cause).toMatchObject({ name: 'SendError', code: 'ETELEGRAM' })
  })

  it('is not fooled by a message that looks like stack frames', () => {
    const { log, text } = lines()
    log.error('failed', { error: new Error(`x\n    at zhangsan (/secret/place/lisi.ts:1:1)\n    at ${CANARY}:1:1`) })
    expect(text()).not.toMatch(/zhangsan|lisi|CanAry|secret/)
  })

  it('tells no frames of an error whose message was changed afterwards', () => {
    const error = new Error('a\n    at zhangsan (/p/lisi.ts:1:1)')
    error.message = 'b'
    const { log, text } = lines()
    log.error('failed', { error })
    expect(text()).not.toMatch(/zhangsan|lisi/)
  })

  it('survives an error that throws while it is read', () => {
    const hostile = new Error('x')
    Object.defineProperty(hostile, 'code', {
      get: () => {
        throw new Error(CANARY)
      },
    })
    const { log, text } = lines()
    log.error('failed', { error: hostile })
    expect(text()).toContain('failed')
    expect(text()).not.toContain('CanAry')
  })

  it('reads every text field once more, whatever its type claims', () => {
    const { log, text } = lines()
    log.warn('said', { text: mint(`the key is ${CANARY}`) })
    log.warn('said', { text: redact(new Raw(`密钥 ${CANARY}`)).text })
    expect(text()).not.toContain('CanAry')
  })

  it('drops what is neither text, number nor error', () => {
    const { log, text } = lines()
    const sneaked = { payload: { text: CANARY } as unknown as null, raw: new Raw(CANARY) as unknown as null }
    log.debug('sneaked', sneaked)
    expect(text()).not.toContain('CanAry')
  })

  it('does not compile with text that was not redacted', () => {
    const { log } = lines()
    const foreign: string = CANARY
    // @ts-expect-error a plain string is no field
    const field = () => log.info('said', { text: foreign })
    // @ts-expect-error a computed message is no constant
    const message = () => log.info(foreign)
    // @ts-expect-error nor is a template with a value in it
    const template = () => log.info(`said ${foreign}`)
    expect([field, message, template]).toHaveLength(3)
  })

  it('names its parts', () => {
    const { log, first } = lines()
    log.named('outbox').info('sent')
    expect(first()).toMatchObject({ name: 'test.outbox' })
  })
})
