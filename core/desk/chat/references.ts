// What a typed message refers to, found at the door: ids of rows, keyed hashes, fen, sealed fields. The words stay outside.
import type { Answers } from '../../conversation/state.ts'
import type { Ask } from '../../conversation/vocabulary.ts'
import {
  amountIn,
  codeReference,
  codesIn,
  languageNamed,
  linkReference,
  numberReferences,
  sealField,
} from '../../redaction/door.ts'
import type { Keyring } from '../../redaction/keyring.ts'
import type { Raw } from '../../redaction/raw.ts'
import type { Readers } from '../../store/nouns.ts'
import { referTo } from '../order/target.ts'
import { packCode } from './code-packet.ts'

/** Reads a message for a conversation whose open question `expects` something. */
export async function referencesOf(r: Readers, keyring: Keyring, raw: Raw, expects: Ask | null): Promise<Answers> {
  const found: Record<string, string | number> = {}
  for (const words of numberReferences(keyring, raw)) {
    const reference = await referTo(r, words)
    if (reference !== undefined) found.order ??= reference
    else if (/^\d{16,32}$/.test(words.orderNumber)) found.txn ??= words.txnHash
  }
  const [code] = codesIn(keyring, raw)
  if (code) found.code = packCode(code)
  else if (expects === 'code') found.code = packCode(codeReference(keyring, raw))
  const link = linkReference(keyring, raw, expects === 'link_code')
  if (link !== undefined) found.link_code = link
  if (expects === 'tax_id') found.tax_id = sealField(keyring, 'invoice.tax_id', raw)
  if (expects === 'title') found.title = sealField(keyring, 'invoice.title', raw)
  const language = languageNamed(raw)
  if (language !== undefined) found.language = language
  const amount = amountIn(raw, expects === 'amount')
  if (amount !== undefined) found.amount = Number(amount)
  return found as Answers
}
