// The sentences of a lookup: our own, from data/texts/mcp.yaml, checked when the program starts.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { bilingualText, fill, slotsOf, type Template, type Vars } from '../../conversation/template.ts'
import type { Language } from '../../domain/desk.ts'
import { InvariantError } from '../../kit/invariant.ts'
import type { Redacted } from '../../redaction/redacted.ts'

const file = new URL('../../../data/texts/mcp.yaml', import.meta.url)
const texts: Readonly<Record<string, Template>> = z
  .record(z.string().regex(/^[a-z]+\/[a-z_-]+$/), bilingualText)
  .parse(parse(readFileSync(file, 'utf8')))

for (const { zh, en } of Object.values(texts)) {
  const [inZh, inEn] = [slotsOf(zh), slotsOf(en)].map((slots) => [...new Set(slots)].toSorted().join())
  if (zh === '' || en === '' || inZh !== inEn)
    throw new InvariantError('data/texts/mcp.yaml: a text lacks one language')
}

/** Every key of the file. */
export const sentenceKeys: readonly string[] = Object.keys(texts)

/** A sentence in one language, with its slots filled. Throws where there is no such sentence. */
export function sentence(key: string, lang: Language, vars: Vars = {}): Redacted {
  const template = texts[key]
  if (template === undefined) throw new InvariantError('no such sentence in data/texts/mcp.yaml')
  return fill(template, lang, vars)
}
