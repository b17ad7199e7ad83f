// Makes the sets of test messages: `node test/redaction/make-messages.ts` writes them anew, always the same.
import { writeFileSync } from 'node:fs'
import type { Kind } from '../../core/redaction/redact.ts'
import { type Chance, seeded } from './chance.ts'
import { type Disguise, heldDisguises, openDisguises } from './disguises.ts'
import { heldTemplates } from './templates-held.ts'
import { openTemplates } from './templates-open.ts'
import { LOOKALIKES, SECRETS } from './values.ts'

/** A stretch of the text, in UTF-16 units. */
export type Secret = { readonly kind: Kind; readonly start: number; readonly end: number; readonly plain: boolean }
export type Keep = { readonly what: string; readonly start: number; readonly end: number }
export type Message = {
  readonly id: string
  readonly lang: 'zh' | 'en'
  readonly text: string
  readonly secrets: readonly Secret[]
  readonly keeps: readonly Keep[]
}

const EACH = 7
/** Kinds whose text cannot be bent without becoming another. */
const STIFF: ReadonlySet<Kind> = new Set(['password', 'address', 'person', 'payment_account', 'long_token'])

type Makers = Readonly<Record<string, readonly [Kind, (chance: Chance) => string]>>
const makers: Makers = SECRETS

function bend(kind: Kind, value: string, disguises: typeof openDisguises, chance: Chance): string {
  if (STIFF.has(kind)) return value
  const family: readonly Disguise[] = /^\d+X?$/.test(value) ? disguises.digits : disguises.letters
  return chance.pick(family)(value, chance)
}

function fill(id: string, template: string, disguises: typeof openDisguises, chance: Chance): Message {
  const secrets: Secret[] = []
  const keeps: Keep[] = []
  let text = ''
  for (const piece of template.split(/(\{\??[a-z]+[0-9]?~?\})/)) {
    const hole = /^\{(\??)([a-z]+[0-9]?)(~?)\}$/.exec(piece)
    const [, asked, name = '', bent] = hole ?? []
    const maker = makers[name]
    const look = LOOKALIKES[name]
    const start = text.length
    if (hole && asked === '' && maker) {
      const [kind, make] = maker
      const value = make(chance)
      const shown = bent === '~' && chance.int(3) > 0 ? bend(kind, value, disguises, chance) : value
      text += shown
      secrets.push({ kind, start, end: text.length, plain: shown === value })
    } else if (hole && asked === '?' && look) {
      text += look(chance)
      keeps.push({ what: name, start, end: text.length })
    } else if (hole) throw new Error(`no such hole: ${piece}`)
    else text += piece
  }
  const lang = /[\u4e00-\u9fff]/.test(template) ? 'zh' : 'en'
  return { id, lang, text, secrets, keeps }
}

function make(name: string, templates: readonly string[], disguises: typeof openDisguises, seed: number): Message[] {
  const chance = seeded(seed)
  return templates.flatMap((template, index) =>
    Array.from({ length: EACH }, (_, round) => fill(`${name}-${index}-${round}`, template, disguises, chance)),
  )
}

const write = (name: string, messages: readonly Message[]): void =>
  writeFileSync(
    new URL(`messages/${name}.jsonl`, import.meta.url),
    messages.map((message) => `${JSON.stringify(message)}\n`).join(''),
  )

if (import.meta.main) {
  write('open', make('open', openTemplates, openDisguises, 20261120))
  write('held-out', make('held', heldTemplates, heldDisguises, 7_654_321))
}
