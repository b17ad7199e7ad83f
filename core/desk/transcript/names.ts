// Under which name a colleague stands in a transcript: the one that users know, never the key of a person.
import type { TicketLineRow, TicketRow } from '../../domain/desk.ts'
import { mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Context } from '../context.ts'

/** `telegram:42` */
const KEY = /^[a-z]+:\S+$/
/** Who is nobody in particular. */
const plain = ['user', 'desk', 'bot', 'operator'] as const

export type Names = (actor: string) => Redacted

export function namesIn(
  { policy }: Context,
  { lang, owner, persona }: TicketRow,
  lines: readonly TicketLineRow[],
): Names {
  const known = new Map<string, Redacted>()
  for (const { staff, name } of policy.desk.personas) known.set(staff, mint(name[lang]))
  // What users read at the time counts more than what the settings say now.
  for (const line of lines) {
    if (line.staff !== null && line.persona !== null) known.set(line.staff, mint(line.persona))
  }
  if (owner !== null && persona !== null) known.set(owner, persona)
  const nameless = new Map<string, Redacted>()
  return (actor) => {
    const name = known.get(actor)
    if (name !== undefined) return name
    if (plain.some((word) => word === actor)) return mint(actor)
    // At the operator's tool people act under their own names.
    if (!KEY.test(actor)) return say`operator`
    const numbered =
      nameless.get(actor) ?? (lang === 'zh' ? say`同事 ${nameless.size + 1}` : say`colleague ${nameless.size + 1}`)
    nameless.set(actor, numbered)
    return numbered
  }
}

/** What of an audit row may be shown; whoever is named in it stands under the name that users know. */
const shown = ['from', 'to', 'owner', 'second', 'reason', 'finding', 'amount', 'units', 'priority', 'stars'] as const
const people: readonly string[] = ['owner', 'second']

export function shownDetail(detail: string, nameOf: Names): Record<string, Redacted | number | boolean | null> {
  const all = JSON.parse(detail) as Record<string, Redacted | number | boolean | null>
  return Object.fromEntries(
    shown.flatMap((field) => {
      const value = all[field]
      if (value === undefined || value === null) return []
      return [[field, typeof value === 'string' && (people.includes(field) || KEY.test(value)) ? nameOf(value) : value]]
    }),
  )
}
