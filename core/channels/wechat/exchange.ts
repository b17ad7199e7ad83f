// One signed question to WeChat Pay, and its answer only if WeChat Pay signed it.
import { z } from 'zod'
import { call } from '../call.ts'
import { readJson } from '../strict-text.ts'
import type { Surroundings } from '../surroundings.ts'
import type { WechatKeys } from './keys.ts'
import { authorization, theySigned } from './signature.ts'

/** `code` is theirs for an error; empty otherwise. */
export type WechatAnswer = { readonly status: number; readonly text: string; readonly code: string }
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  body: object | undefined,
  signal: AbortSignal,
) => Promise<WechatAnswer | undefined>

const fault = z.object({ code: z.string() })

/** Undefined: no answer, or one that anybody could have given. */
export function makeAsk(
  apiRoot: string,
  merchantId: string,
  keys: WechatKeys,
  around: Pick<Surroundings, 'clock' | 'ids'>,
): Ask {
  const root = apiRoot.replace(/\/+$/, '')
  const prefix = new URL(root).pathname.replace(/\/$/, '')
  return async (method, path, wish, signal) => {
    const body = wish === undefined ? '' : JSON.stringify(wish)
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'daozhang',
      // Asks for answers that are signed under the key that we have.
      'wechatpay-serial': keys.theirId,
      authorization: authorization(keys, merchantId, around, { method, path: `${prefix}${path}`, body }),
    }
    const answer = await call(`${root}${path}`, { method, headers, ...(wish ? { body } : {}) }, signal)
    if (!answer || !theySigned(keys, around.clock, answer.headers, answer.text)) return undefined
    return { status: answer.status, text: answer.text, code: readJson(answer.text, fault)?.code ?? '' }
  }
}
