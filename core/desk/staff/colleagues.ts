// Who the colleagues are: those in the policy, and those who were seen at work; a ticket can be handed to any of them.
import { z } from 'zod'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { Member } from '../staff.ts'

export type Colleague = { readonly key: string; readonly persona: Redacted }

const FACT = 'staff.colleagues'
const MOST = 100
const shape = z.array(z.object({ key: z.string(), persona: z.custom<Redacted>((value) => typeof value === 'string') }))

const seen = async (r: Readers): Promise<readonly Colleague[]> => {
  const kept = await r.threads.fact(FACT)
  return kept === undefined ? [] : shape.parse(JSON.parse(kept))
}

/** Kept only for a proven member, and only where something is new. */
export async function remember(w: Writers, { key, persona, proven }: Member): Promise<void> {
  if (!proven) return
  const known = await seen(w)
  if (known.some((one) => one.key === key && one.persona === persona)) return
  const all = [{ key, persona }, ...known.filter((one) => one.key !== key)]
  await w.threads.putFact(FACT, JSON.stringify(all.slice(0, MOST)))
}

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
