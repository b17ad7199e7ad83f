// Do all names mean something: steps, flows, lookups, actions, outcomes, answers, triggers?
import type { Fault } from '../../domain/data-file.ts'
import { answerNames, type Call, commands, FAILED, finds, intents } from '../vocabulary.ts'
import { atStep, inFlow } from './fault.ts'
import { callOf, outcomesOf } from './graph.ts'
import type { Spot, Survey } from './survey.ts'

const triggers: readonly string[] = [...intents, ...commands.map((command) => `/${command}`), ...finds]

function* ofTriggers({ sources }: Survey): Generator<Fault> {
  const taken = new Map<string, string>()
  const names = new Set<string>()
  for (const source of sources) {
    const { name, start, steps, opensOn } = source.flow
    if (names.has(name)) yield inFlow(source, ['flow'], 'duplicate-flow', 'another flow has this name')
    names.add(name)
    if (!Object.hasOwn(steps, start)) yield inFlow(source, ['start'], 'unknown-step', `there is no step ${start}`)
    for (const [trigger, step] of Object.entries(opensOn)) {
      const path = ['opens_on', trigger]
      if (!triggers.includes(trigger)) {
        yield inFlow(source, path, 'unknown-trigger', `nothing a user says or types is called ${trigger}`)
      }
      const other = taken.get(trigger)
      if (other !== undefined) yield inFlow(source, path, 'duplicate-trigger', `${trigger} opens ${other} already`)
      taken.set(trigger, name)
      if (!Object.hasOwn(steps, step)) yield inFlow(source, path, 'unknown-step', `there is no step ${step}`)
    }
  }
}

function* ofEdges({ spots }: Survey, spot: Spot): Generator<Fault> {
  const told = new Set<string>()
  for (const { to, written, path } of spot.edges) {
    const where = path.join('.')
    if (told.has(where)) continue
    told.add(where)
    if (to === undefined) yield atStep(spot, path, 'unknown-flow', `there is no flow ${written}`)
    else if (!spots.has(`${to.flow}/${to.step}`))
      yield atStep(spot, path, 'unknown-step', `there is no step ${written}`)
  }
}

function* ofCall(spot: Spot, call: Call, name: string): Generator<Fault> {
  const { step } = spot
  if (step.kind !== 'lookup' && step.kind !== 'act' && step.kind !== 'route') return
  const { own, special } = outcomesOf(step, call)
  for (const outcome of Object.keys(step.on)) {
    if (own.includes(outcome) || special.includes(outcome) || outcome === FAILED) continue
    yield atStep(spot, ['on', outcome], 'unknown-outcome', `${name} never comes back with ${outcome}`)
  }
  const open = step.else === undefined ? own.filter((outcome) => !Object.hasOwn(step.on, outcome)) : []
  // `else` tells a verdict; to somebody whose account is unknown there is none to tell.
  if (special.includes('not-linked') && !Object.hasOwn(step.on, 'not-linked')) open.push('not-linked')
  if (open.length > 0) yield atStep(spot, [], 'unhandled-outcome', `say where these go: ${open.join(', ')}`)
  if (step.kind === 'route') {
    if (spot.known !== undefined && !spot.known.has(`call:${name}`)) {
      yield atStep(spot, ['route'], 'unknown-lookup', `not every way here has looked up ${name}`)
    }
    return
  }
  for (const [index, arg] of step.with.entries()) {
    const known = (call.args as readonly string[]).includes(arg)
    if (!known)
      yield atStep(spot, ['with', index], 'unknown-answer', `${name} takes ${call.args.join(', ') || 'nothing'}`)
  }
  for (const need of call.needs) {
    const asked = spot.known === undefined || spot.known.has(`=${need}`)
    if (!step.with.includes(need)) yield atStep(spot, [], 'unasked-answer', `${name} needs \`with: [${need}]\``)
    else if (!asked) yield atStep(spot, [], 'unasked-answer', `not every way here knows ${need}`)
  }
}

function* ofAnswers(spot: Spot): Generator<Fault> {
  const { step } = spot
  if (step.kind !== 'say' && step.kind !== 'ask') return
  for (const [index, { set }] of step.choices.entries()) {
    for (const name of Object.keys(set)) {
      if ((answerNames as readonly string[]).includes(name)) continue
      yield atStep(spot, ['choices', index, 'set', name], 'unknown-answer', `nothing is kept under ${name}`)
    }
  }
  const rows = step.pick === undefined || step.pick === 'amount' || step.pick === 'channel'
  if (!rows && spot.known !== undefined && !spot.known.has(`pick:${step.pick}`)) {
    yield atStep(spot, ['pick'], 'no-rows', `not every way here has just looked up rows for ${step.pick}`)
  }
}

export function* nameFaults(all: Survey): Generator<Fault> {
  yield* ofTriggers(all)
  for (const spot of all.spots.values()) {
    yield* ofEdges(all, spot)
    yield* ofAnswers(spot)
    const found = callOf(spot.step)
    if (found === undefined) continue
    const act = spot.step.kind === 'act'
    if (found.call !== undefined) yield* ofCall(spot, found.call, found.name)
    else if (act) yield atStep(spot, ['act'], 'unknown-action', `nothing can be done that is called ${found.name}`)
    else yield atStep(spot, [spot.step.kind], 'unknown-lookup', `nothing can be looked up that is called ${found.name}`)
  }
}
