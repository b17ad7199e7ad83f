// Who the colleagues are: those in the policy, and those who were seen at work; a ticket can be handed to any of them.
import { z } from 'zod'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { Member } from './work.ts'

export type Colleague = { readonly key: string; readonly persona: Redacted }

const FACT = 'staff.colleagues'
const MOST = 100
const shape = z.array(z.object({ key: z.string(), persona: z.custom<Redacted>((value) => typeof value === 'string') }))

const NAMELESS = 'staff.nameless'

const seen = async (r: Readers, fact = FACT): Promise<readonly Colleague[]> => {
  const kept = await r.threads.fact(fact)
  return kept === undefined ? [] : shape.parse(JSON.parse(kept))
}

/** Written only where something is new. Who writes in the group's name is no colleague, and is known as that. */
export async function remember(w: Writers, { key, persona, proven }: Member): Promise<void> {
  const fact = proven ? FACT : NAMELESS
  const known = await seen(w, fact)
  if (known.some((one) => one.key === key && one.persona === persona)) return
  const all = [{ key, persona }, ...known.filter((one) => one.key !== key)]
  await w.threads.putFact(fact, JSON.stringify(all.slice(0, MOST)))
}

/** A key under which nobody in particular answers. */
export const isNameless = async (r: Readers, key: string): Promise<boolean> =>
  (await seen(r, NAMELESS)).some((one) => one.key === key)

export async function colleagues(r: Readers, { policy }: Context): Promise<readonly Colleague[]> {
  const known = await seen(r)
  const named = policy.desk.personas.map(({ staff, name }) => ({ key: staff, persona: mint(name.zh) }))
  return [...known, ...named.filter(({ key }) => !known.some((one) => one.key === key))]
}

/** By the name that users know, in either language, or by the id on the platform; a leading @ is allowed. */
export async function colleagueNamed(r: Readers, context: Context, typed: string): Promise<Colleague | undefined> {
  const name = typed.replace(/^@/, '').trim().toLowerCase()
  const all = await colleagues(r, context)
  const persona = context.policy.desk.personas.find(({ name: both }) =>
    [both.zh, both.en].some((one) => one.toLowerCase() === name),
  )
  return all.find(
    ({ key, persona: shown }) =>
      key === persona?.staff || shown.toLowerCase() === name || key.toLowerCase() === name || key.endsWith(`:${name}`),
  )
}
