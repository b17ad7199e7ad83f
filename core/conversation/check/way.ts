// Can every step be reached, does every step go on, and is a person always within reach?
import type { Fault } from '../../domain/data-file.ts'
import { NEEDS_HUMAN } from '../vocabulary.ts'
import { atStep, inFlow } from './fault.ts'
import { callOf, keyOf } from './graph.ts'
import { quiet, type Spot, type Survey } from './survey.ts'

/** All steps that follow `from` without the user doing anything, itself left out unless a loop leads back. */
function quietly(all: Survey, from: Spot): ReadonlySet<Spot> {
  const seen = new Set<Spot>()
  for (let open = [from]; open.length > 0; ) {
    open = open.flatMap((spot) => quiet(all, spot)).filter((spot) => !seen.has(spot))
    for (const spot of open) seen.add(spot)
  }
  return seen
}

const handsOver = (all: Survey, spot: Spot | undefined): boolean =>
  spot !== undefined && [spot, ...quietly(all, spot)].some(({ step }) => step.kind === 'handoff')

function* ofStep(all: Survey, spot: Spot): Generator<Fault> {
  const { step, name, source } = spot
  if (spot.known === undefined) yield atStep(spot, [], 'unreachable-step', 'no way leads here')
  if (step.kind === 'say' && step.to === undefined) {
    if (step.pick !== undefined) yield atStep(spot, ['pick'], 'dead-end', 'say with `to` where a picked row goes')
    else if (step.choices.length === 0) {
      yield atStep(spot, [], 'dead-end', 'nothing comes after this; give it choices or `to`, or make it an `end`')
    }
  }
  if (quietly(all, spot).has(spot)) {
    yield atStep(spot, [], 'loop-without-question', 'this comes back to itself without asking the user anything')
  }
  if ((step.kind !== 'lookup' && step.kind !== 'act') || callOf(step)?.call?.person !== true) return
  const branch = Object.hasOwn(step.on, NEEDS_HUMAN) ? step.on[NEEDS_HUMAN] : undefined
  if (branch === undefined) {
    yield atStep(spot, [], 'no-human', `the records may ask for a person here: add \`${NEEDS_HUMAN}\` under \`on\``)
  } else if (!handsOver(all, all.spots.get(keyOf({ flow: source.flow.name, step: branch })))) {
    yield atStep(spot, ['on', NEEDS_HUMAN], 'no-human', `${branch} does not hand over to a person (from ${name})`)
  }
}

function* ofHumanDoor(all: Survey): Generator<Fault> {
  const first = all.sources[0]
  const door = all.sources.find(({ flow }) => Object.hasOwn(flow.opensOn, '/human'))
  if (door === undefined) {
    if (first !== undefined) yield inFlow(first, [], 'no-human', 'no flow opens on /human')
    return
  }
  const step = door.flow.opensOn['/human'] ?? ''
  if (handsOver(all, all.spots.get(keyOf({ flow: door.flow.name, step })))) return
  yield inFlow(door, ['opens_on', '/human'], 'no-human', 'whoever asks for a person is not handed over at once')
}

export function* wayFaults(all: Survey): Generator<Fault> {
  yield* ofHumanDoor(all)
  for (const spot of all.spots.values()) yield* ofStep(all, spot)
}
