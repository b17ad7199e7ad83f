// One signed call to Alipay's gateway, and its answer only if Alipay signed it.
import { z } from 'zod'
import { call } from '../call.ts'
import { signedText, writeForm } from '../form.ts'
import { signRsa, verifyRsa } from '../rsa.ts'
import { secondsText } from '../shanghai.ts'
import { readJson } from '../strict-text.ts'
import type { Surroundings } from '../surroundings.ts'
import type { AlipayKeys } from './keys.ts'

// The official SDK does not fit here: its calls cannot be ended by a signal and bring a second HTTP client and sixty
// packages, an answer is verified only on request, and its check of a notice takes the algorithm from the notice. It is
// the witness in the tests instead: it reads what we sign, and we read what it signs.

const verdict = z.looseObject({ code: z.string(), sub_code: z.string().optional() })
export type AlipayAnswer = z.infer<typeof verdict>
export type AlipayAsk = (method: string, wish: object, signal: AbortSignal) => Promise<AlipayAnswer | undefined>

/** 10000: done. Other codes are refusals or, with 20000 and the like, no answer at all. */
export const DONE = '10000'

/** The text of the object behind the first `"key":`, as it came: that, byte for byte, is what is signed. */
export function objectText(text: string, key: string): string | undefined {
  const mark = `{"${key}":`
  if (!text.startsWith(mark)) return undefined
  let depth = 0
  let quoted = false
  for (let index = mark.length; index < text.length; index++) {
    const letter = text[index]
    if (quoted) {
      if (letter === '\\') index++
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) return text.slice(mark.length, index + 1)
  }
  return undefined
}

const outside = z.looseObject({ sign: z.string() })

/** The answer to `method`, if it is signed; undefined otherwise. */
export function readAnswer(text: string, method: string, theirs: AlipayKeys['theirs']): AlipayAnswer | undefined {
  const key = `${method.replaceAll('.', '_')}_response`
  const signed = objectText(text.trim(), key)
  const sign = readJson(text, outside)?.sign
  if (signed === undefined || sign === undefined || !verifyRsa(theirs, signed, sign)) return undefined
  return readJson(signed, verdict)
}

/** Undefined: no answer, or one that anybody could have given. */
export function makeAlipayAsk(
  { appId, apiRoot }: { readonly appId: string; readonly apiRoot: string },
  { ours, theirs }: AlipayKeys,
  { clock, notifyUrl }: Pick<Surroundings, 'clock' | 'notifyUrl'>,
): AlipayAsk {
  return async (method, wish, signal) => {
    const fields = {
      app_id: appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: secondsText(clock.now()),
      version: '1.0',
      ...(method === 'alipay.trade.precreate' ? { notify_url: notifyUrl } : {}),
      biz_content: JSON.stringify(wish),
    }
    const sign = signRsa(ours, signedText(Object.entries(fields), ['sign']))
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8', accept: 'application/json' }
    // Before it knows the charset it cannot read the body: their rule is to name it in the address.
    const url = new URL(apiRoot)
    url.searchParams.set('charset', 'utf-8')
    const answer = await call(url.href, { method: 'POST', headers, body: writeForm({ ...fields, sign }) }, signal)
    return answer?.status === 200 ? readAnswer(answer.text, method, theirs) : undefined
  }
}
