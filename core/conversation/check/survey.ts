// All flows surveyed at once: which steps can be reached, and what is known at each whichever way led there.
import type { Step } from '../flow.ts'
import type { Source } from '../flow-file.ts'
import type { Place } from '../state.ts'
import { type Edge, edgesOf, type Known, keyOf } from './graph.ts'

export type Spot = {
  readonly source: Source
  readonly name: string
  readonly step: Step
  readonly edges: readonly Edge[]
  /** undefined: no way leads here. */
  known: Known | undefined
}

export type Survey = {
  readonly sources: readonly Source[]
  /** By flow/step, in the order of the files. */
  readonly spots: ReadonlyMap<string, Spot>
}

const both = (a: Known, b: Known): Known => new Set([...a].filter((fact) => b.has(fact)))

function visit(spots: ReadonlyMap<string, Spot>, place: Place | undefined, known: Known): readonly string[] {
  const spot = place === undefined ? undefined : spots.get(keyOf(place))
  if (place === undefined || spot === undefined) return []
  const next = spot.known === undefined ? known : both(spot.known, known)
  if (next.size === spot.known?.size) return []
  spot.known = next
  return [keyOf(place)]
}

/** Follows every way from what users say, type and press, until nothing new is learnt. */
export function survey(sources: readonly Source[]): Survey {
  const starts = new Map(sources.map(({ flow }) => [flow.name, flow.start]))
  const targetOf = (go: string): Place | undefined => {
    const [flow = '', step] = go.split('/')
    const start = starts.get(flow)
    return start === undefined ? undefined : { flow, step: step ?? start }
  }
  const spots = new Map<string, Spot>()
  for (const source of sources) {
    for (const [name, step] of Object.entries(source.flow.steps)) {
      const edges = edgesOf(step, source.flow.name, targetOf)
      spots.set(keyOf({ flow: source.flow.name, step: name }), { source, name, step, edges, known: undefined })
    }
  }
  const entries = sources.flatMap(({ flow }) =>
    Object.values(flow.opensOn).flatMap((step) => visit(spots, { flow: flow.name, step }, new Set())),
  )
  for (let open = entries; open.length > 0; ) {
    open = open.flatMap((key) => {
      const spot = spots.get(key)
      return (spot?.edges ?? []).flatMap(({ to, learn }) => visit(spots, to, learn(spot?.known ?? new Set())))
    })
  }
  return { sources, spots }
}

/** The steps that follow without the user doing anything. */
export const quiet = (all: Survey, spot: Spot): readonly Spot[] =>
  spot.edges.flatMap(({ to, waits }) => {
    const next = to === undefined || waits ? undefined : all.spots.get(keyOf(to))
    return next === undefined ? [] : [next]
  })
