// What is known of each committed picture: where secrets, codes and the fields to keep stand.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

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

/** Ours, or any other folder with `truth.jsonl` and `pictures/` in it. */
export const folder: URL = process.env.DAOZHANG_SCREENS_FOLDER
  ? pathToFileURL(`${resolve(process.env.DAOZHANG_SCREENS_FOLDER)}/`)
  : new URL('./', import.meta.url)

export const pictureOf = (file: string): Buffer => readFileSync(new URL(`pictures/${file}`, folder))

export const truths = (): readonly Truth[] =>
  readFileSync(new URL('truth.jsonl', folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth)

/** Halves set aside and not read yet: read by nobody who does not ask for them by name. Empty it once readings.md has their first reading. */
export const unread: readonly string[] = []

/** Pictures are named after the half they belong to. */
export const halfOf = ({ file }: Truth): string => file.split('-')[0] ?? ''

export const readTruths = (): readonly Truth[] => truths().filter((truth) => !unread.includes(halfOf(truth)))

/** Of the halves that were read, the one read last. */
export const lastReadHalf = (): string => readTruths().map(halfOf).at(-1) ?? ''
