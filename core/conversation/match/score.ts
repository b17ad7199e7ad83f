// How strongly a text speaks for each category: rules over the cues of its sentences.
import { type Category, categories } from './category.ts'
import { passages } from './passage.ts'
import { plain } from './plain.ts'
import { type Reach, triage } from './vocabulary.ts'

type Seen = { readonly cues: bigint; readonly weight: number }

/** What a wish, a security report or a broken build in the title leaves of a category: "add Stripe" is not "Stripe fails". */
const damped: readonly {
  readonly cue: string
  readonly keep: Readonly<Partial<Record<Category, number>>>
  readonly rest: number
}[] = [
  {
    cue: 'wish',
    keep: { redeem_code: 0.3, task_charged: 0.95, invoice: 0.75, duplicate_payment: 0.9, paid_not_credited: 0.6 },
    rest: 0.4,
  },
  { cue: 'security', keep: { redeem_code: 0.8 }, rest: 0.35 },
  { cue: 'building', keep: {}, rest: 0.45 },
]

const pairs = (seen: readonly Seen[]): readonly Seen[] =>
  seen.map((one, at) => {
    const next = seen[at + 1]
    return next ? { cues: one.cues | next.cues, weight: Math.min(one.weight, next.weight) } : one
  })

const whole = (seen: readonly Seen[]): Seen => ({ cues: seen.reduce((all, one) => all | one.cues, 0n), weight: 1 })

/** What is left of evidence found at a place: the title's wish counts in full there, by its root further down. */
function left(category: Category, place: number, title: bigint): number {
  const kept = damped.map(({ cue, keep, rest }) =>
    (title & triage.bit(cue)) === 0n ? 1 : (keep[category] ?? rest) ** (place === 0 ? 1 : 0.6),
  )
  return Math.min(...kept)
}

/** The two best places speak, the second half as loud: a title and a sentence that agree are surer than one. */
function score(category: Category, reach: Readonly<Record<Reach, readonly Seen[]>>): number {
  const title = reach.sentence[0]?.cues ?? 0n
  const perPlace = new Map<number, number>()
  for (const rule of triage.rules) {
    if (rule.for !== category) continue
    reach[rule.within].forEach(({ cues, weight }, place) => {
      if ((cues & rule.all) !== rule.all || (cues & rule.none) !== 0n) return
      const worth = rule.worth * weight * left(category, place, title)
      perPlace.set(place, Math.max(perPlace.get(place) ?? 0, worth))
    })
  }
  const [best = 0, second = 0] = [...perPlace.values()].sort((a, b) => b - a)
  return 1 - (1 - best) * (1 - second / 2)
}

/** Scores 0 to 1 of all categories but `other`, strongest first; equal ones in the order of the contract. */
export function scores(text: string): readonly (readonly [Category, number])[] {
  const said = passages(triage.mend(plain(text)))
  // Most cues are nowhere in a text: one look at the whole spares a look at every sentence.
  const somewhere = triage.cuesOf(said.map((one) => one.text).join('\n'))
  const sentence = said.map((one) => ({ cues: triage.cuesOf(one.text, somewhere), weight: one.weight }))
  const reach = { title: sentence.slice(0, 1), sentence, pair: pairs(sentence), text: [whole(sentence)] }
  return categories
    .filter((category) => category !== 'other')
    .map((category) => [category, score(category, reach)] as const)
    .sort(([, a], [, b]) => b - a)
}
