// What is known of each committed picture: where secrets, codes and the fields to keep stand.
import { readFileSync } from 'node:fs'

export type Mark = {
  readonly mark: 'secret' | 'keep' | 'code'
  /** Kind of secret, or field to keep. */
  readonly kind: string
  /** The whole value; a wrapped one has several marks. */
  readonly text: string
  /** Corners x, y clockwise from the upper left, in pixels. */
  readonly quad: readonly number[]
}

export type Truth = {
  readonly file: string
  readonly set: 'open' | 'held'
  readonly photo: boolean
  readonly kind: string
  readonly language: 'zh' | 'en'
  readonly marks: readonly Mark[]
}

export const pictureOf = (file: string): Buffer => readFileSync(new URL(`./pictures/${file}`, import.meta.url))

export const truths = (): readonly Truth[] =>
  readFileSync(new URL('./truth.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth)
