// Which of the two languages a person writes in.
import { z } from 'zod'

export const languages = ['zh', 'en'] as const
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

const HAN = /\p{Script=Han}/u
// Masks, numbers and codes are nobody's language: a bare order number must not turn the talk into English.
const WORD = /(?<![\p{L}\p{N}*_-])[A-Za-z][A-Za-z']+(?![\p{L}\p{N}*_-])/u

/**
 * zh for any Han character, traditional ones too (a mixed sentence is a Chinese speaker's), en for a Latin word,
 * undefined where the text shows neither.
 */
export function languageOf(text: string): Language | undefined {
  if (HAN.test(text)) return 'zh'
  return WORD.test(text) ? 'en' : undefined
}
