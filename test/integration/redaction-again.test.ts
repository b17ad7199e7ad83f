// A long text with masks is read again around them only; that leaves nothing which a reading of the whole would find.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Raw } from '../../core/redaction/raw.ts'
import { makeRedactor, NO_LIMITS } from '../../core/redaction/redact.ts'
import { rules } from '../../core/redaction/rules/index.ts'
import { topicWords } from '../../core/redaction/topics.ts'
import { type Chance, seeded } from '../redaction/chance.ts'
import { type Disguise, heldDisguises, openDisguises } from '../redaction/disguises.ts'
import { readMessages, SETS } from '../redaction/score.ts'
import { LOOKALIKES, SECRETS } from '../redaction/values.ts'

/** Each long text holds so many short ones, far enough apart to be read again each by itself. */
const SHORT_IN_LONG = 10
const LONG_TEXTS = 1_000
const APART = 3_000

const prose = readFileSync(new URL('../triage/development.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .flatMap((line): string[] => JSON.parse(line).text.split('\n'))
  .filter((line) => line.length > 20)
const messages = SETS.flatMap(readMessages).map(({ text }) => text)
const hidden = rules.flatMap(({ cases }) => cases.hides.map((text) => text.replace(/\[\[|\]\]/g, '')))
const secrets = Object.values(SECRETS).map(([, make]) => make)
const others = Object.values(LOOKALIKES)
const disguises: readonly Disguise[] = [openDisguises, heldDisguises].flatMap(({ digits, letters }) => [
  ...digits,
  ...letters,
])
const SIGNS = [' ', '\n', ':', '：', '，', '-', '_', '/', '+', '=', '@', '(', '[', '#', '*', '****', ' at ', 'sk-', '']
const ALPHABET = '0123456789 -_.,:/@#*abcdeOlIxXSk我号码市区路密账\n'

const pieces: readonly ((chance: Chance) => string)[] = [
  (chance) => chance.pick(secrets)(chance),
  (chance) => chance.pick(disguises)(chance.pick(secrets)(chance), chance),
  (chance) => chance.pick(secrets)(chance).slice(chance.int(6)),
  (chance) => chance.pick(others)(chance),
  (chance) => chance.pick(topicWords)[0],
  (chance) => chance.pick(messages),
  (chance) => chance.pick(hidden),
  (chance) => chance.text(ALPHABET, chance.int(24)),
  (chance) => chance.text('0123456789', 1 + chance.int(12)),
]

function short(chance: Chance): string {
  let text = ''
  for (let left = 1 + chance.int(8); left > 0; left--) text += chance.pick(pieces)(chance) + chance.pick(SIGNS)
  return text
}

/** Ordinary lines; the short texts stand in the middle of one of them, or on lines of their own. */
function long(seed: number): string {
  const chance = seeded(seed)
  let text = ''
  for (let left = SHORT_IN_LONG; left > 0; left--) {
    for (const from = text.length; text.length - from < APART; ) text += `${chance.pick(prose)}\n`
    text += chance.int(2) === 0 ? short(chance) : `${chance.pick(prose)} ${short(chance)}\n`
  }
  return text
}

const { redact } = makeRedactor({ limits: NO_LIMITS })

describe('a long text with masks, read again around them', () => {
  it(`holds nothing more for a reading of the whole (${LONG_TEXTS * SHORT_IN_LONG} short texts within long ones)`, () => {
    const wrong: string[] = []
    let finds = 0
    for (let seed = 1; seed <= LONG_TEXTS && wrong.length < 3; seed++) {
      const first = redact(new Raw(long(seed)))
      finds += first.finds.length
      const whole = redact(new Raw(first.text))
      for (const { start, end } of whole.finds) wrong.push(first.text.slice(Math.max(0, start - 60), end + 20))
    }
    expect(wrong).toEqual([])
    expect(finds).toBeGreaterThan(LONG_TEXTS * SHORT_IN_LONG)
  })
})
