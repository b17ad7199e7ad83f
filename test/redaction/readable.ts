// What can still be read in a redacted text, whoever redacted it: no spans are needed, so that any two can be compared.
import type { Message } from './make-messages.ts'

type Redact = (text: string) => string

/** A secret is hidden if no eight of its characters in a row are left; of a shorter one, if it is not left whole. */
const MOST_LEFT = 8

/** Letters, digits and Chinese characters in their plain form. */
const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{Script=Han}\p{Nd}A-Za-z]/gu, '')
    .toLowerCase()

function readable(secret: string, out: string): boolean {
  const size = Math.min(MOST_LEFT, secret.length)
  for (let at = 0; at + size <= secret.length; at++) if (out.includes(secret.slice(at, at + size))) return true
  return false
}

/** The share of planted secrets that can still be read. The host of an e-mail address may be. */
export function readableShare(messages: readonly Message[], redact: Redact): number {
  let all = 0
  let left = 0
  for (const { text, secrets } of messages) {
    const out = normal(redact(text))
    for (const { kind, start, end } of secrets) {
      const value = text.slice(start, end)
      const secret = normal(kind === 'email' ? (value.split(/[@＠]/)[0] ?? value) : value)
      all++
      if (readable(secret, out)) left++
    }
  }
  return left / all
}

/** The share of look-alikes (amounts, times, models, request ids …) that are no longer there to the letter. */
export function spoiledShare(messages: readonly Message[], redact: Redact): number {
  let all = 0
  let spoiled = 0
  for (const { text, keeps } of messages) {
    const out = redact(text)
    for (const { start, end } of keeps) {
      all++
      if (!out.includes(text.slice(start, end))) spoiled++
    }
  }
  return spoiled / all
}
