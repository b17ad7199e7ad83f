// What a rule declares about its candidates leaves nothing out: asked about everything, it finds the same.
import { describe, expect, it } from 'vitest'
import type { Claim, Rule } from '../../core/redaction/rule.ts'
import { rules } from '../../core/redaction/rules/index.ts'
import { makeScanner, type Scanner } from '../../core/redaction/scan.ts'
import { topicWords } from '../../core/redaction/topics.ts'
import { type Chance, seeded } from '../redaction/chance.ts'
import { type Disguise, heldDisguises, openDisguises } from '../redaction/disguises.ts'
import { readMessages, SETS } from '../redaction/score.ts'
import { LOOKALIKES, SECRETS } from '../redaction/values.ts'

const TEXTS = 200_000
const ANYTHING = [...'abcdefghijklmnopqrstuvwxyz0123456789'].join(' ')

/** The same rule, asked about every word and part, and about numbers whatever follows. How long a number is stays a part of the rule. */
function everywhere({ wordsBegin, glued, partsBegin, clue, follows, ...rule }: Rule): Rule {
  return rule.part ? { ...rule, partsBegin: ANYTHING } : rule
}

/** Each claim once, in one order; a long token within another claim says nothing more. */
function told(scan: Scanner, text: string): readonly string[] {
  const { claims } = scan(text)
  const known = (claim: Claim): boolean =>
    claims.some((other) => other.kind !== 'long_token' && other.start <= claim.start && other.end >= claim.end)
  const news = claims.filter((claim) => claim.kind !== 'long_token' || !known(claim))
  return [...new Set(news.map(({ kind, start, end, shown }) => `${kind} ${start} ${end} ${shown}`))].sort()
}

const asDeclared = makeScanner(rules)
const asked = makeScanner(rules.map(everywhere))

const messages = SETS.flatMap(readMessages).map(({ text }) => text)
const cases = rules.flatMap(({ cases: { hides, leaves } }) => [
  ...hides.map((text) => text.replaceAll('[[', '').replaceAll(']]', '')),
  ...leaves,
])
const secrets = Object.values(SECRETS).map(([, make]) => make)
const others = Object.values(LOOKALIKES)
const disguises: readonly Disguise[] = [openDisguises, heldDisguises].flatMap(({ digits, letters }) => [
  ...digits,
  ...letters,
])
const SIGNS = [' ', '\n', ':', '：', '，', '-', '_', '/', '+', '=', '@', '(', '[', '#', '*', '|', '.', ' at ', 'sk', '']
const ALPHABET = '0123456789 -_.,:/@#*abcdeOlIxXSk我号码市区路密账\n'

const pieces: readonly ((chance: Chance) => string)[] = [
  (chance) => chance.pick(secrets)(chance),
  (chance) => chance.pick(disguises)(chance.pick(secrets)(chance), chance),
  (chance) => chance.pick(others)(chance),
  (chance) => chance.pick(topicWords)[0],
  (chance) => chance.pick(messages).slice(chance.int(40), 40 + chance.int(30)),
  (chance) => chance.text(ALPHABET, chance.int(24)),
  (chance) => chance.text('0123456789', 1 + chance.int(20)),
  (chance) => chance.text('0123456789ABCDEF', 4 + chance.int(2)),
]

function random(seed: number): string {
  const chance = seeded(seed)
  let text = ''
  for (let left = 1 + chance.int(7); left > 0; left--) text += chance.pick(pieces)(chance) + chance.pick(SIGNS)
  return text
}

describe('a rule asked about every word and part', () => {
  it.each([
    ['messages', messages],
    ['cases of the rules', cases],
  ])('claims the same in the %s', (_name, texts) => {
    for (const text of texts) expect(told(asDeclared, text), text).toEqual(told(asked, text))
  })

  it(`claims the same in ${TEXTS} texts put together by chance, disguises among them`, () => {
    const wrong: string[] = []
    let claimed = 0
    for (let seed = 1; seed <= TEXTS; seed++) {
      const text = random(seed)
      const found = told(asDeclared, text).join()
      if (found !== '') claimed++
      if (found !== told(asked, text).join() && wrong.length < 5) wrong.push(text)
    }
    expect(wrong).toEqual([])
    expect(claimed).toBeGreaterThan(TEXTS / 4)
  })
})
