// Names of ours as staff read them on a card, from data/texts/card.yaml: a finding, and why a person has the ticket.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { handoffReasons } from '../../conversation/vocabulary.ts'
import type { Language } from '../../domain/desk.ts'
import { type Finding, findings } from '../../domain/finding.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const names = Object.values(findings).flat() as readonly Finding[]
// Each name of the closed lists, and no other: a finding without words stops the start.
const shape = z.strictObject({
  finding: z.record(z.enum(names), both),
  reason: z.record(z.enum(handoffReasons), both),
})

const words = shape.parse(parse(readFileSync(new URL('../../../data/texts/card.yaml', import.meta.url), 'utf8')))

/** 查单后刚到账 (credited-by-requery): in words, and as it can be searched for. */
export const findingWords = (name: Finding, lang: Language): Redacted => mint(`${words.finding[name][lang]} (${name})`)

/** A card keeps the bare name; one of an older version may have another. */
export const reasonWords = (name: string, lang: Language): Redacted =>
  mint(Object.entries(words.reason).find(([one]) => one === name)?.[1][lang] ?? name)
