// Replies that are written beforehand, in both languages, with slots for what the ticket knows (data/texts/replies.yaml).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type FlowBook, write } from '../../conversation/book.ts'
import { bilingualText, slotsOf, type Template, type Vars } from '../../conversation/template.ts'
import { type Fault, readDataFile } from '../../domain/data-file.ts'
import type { Language } from '../../domain/desk.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Redacted } from '../../redaction/redacted.ts'

export type Replies = Readonly<Record<string, Template>>

/** What a ticket fills beside the policy's facts. */
export const replySlots = ['order', 'amount', 'ticket', 'persona'] as const

const FILE = 'data/texts/replies.yaml'
const shape = z.strictObject({ replies: z.record(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/), bilingualText) })

const faultsOf = ({ zh, en }: Template, facts: Vars): string | undefined => {
  if (zh.trim() === '' || en.trim() === '') return 'it needs both languages'
  const slots = [zh, en].map((text) => [...new Set(slotsOf(text))].toSorted())
  if (slots[0]?.join() !== slots[1]?.join()) return 'both languages need the same {slots}'
  const strange = slots[0]?.find(
    (slot) => !Object.hasOwn(facts, slot) && !(replySlots as readonly string[]).includes(slot),
  )
  return strange === undefined ? undefined : `nobody fills {${strange}}`
}

/** Every fault with its line; none: the replies as they are used. */
export function readReplies(text: string, facts: Vars): Result<Replies, Fault[]> {
  const read = readDataFile(FILE, text, shape)
  if (!read.ok) return read
  const { value, lineOf } = read.value
  const faults = Object.entries(value.replies).flatMap(([name, template]): Fault[] => {
    const message = faultsOf(template, facts)
    return message === undefined
      ? []
      : [{ file: FILE, line: lineOf(['replies', name]), fault: 'reply', message: `${name}: ${message}` }]
  })
  return faults.length === 0 ? ok(value.replies) : err(faults)
}

export const loadReplies = (dataDir: string, book: FlowBook): Result<Replies, Fault[]> =>
  readReplies(readFileSync(join(dataDir, 'texts', 'replies.yaml'), 'utf8'), book.facts.zh)

/** The slots that nothing fills for this ticket. */
export const lacking = (book: FlowBook, lang: Language, template: Template, known: Vars): readonly string[] =>
  [...new Set(slotsOf(template[lang]))].filter(
    (slot) => !Object.hasOwn(known, slot) && !Object.hasOwn(book.facts[lang], slot),
  )

export const writeReply = (book: FlowBook, lang: Language, template: Template, known: Vars): Redacted =>
  write(book, lang, template, known)
