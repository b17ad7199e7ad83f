// What a connected client can do, without the SDK: lists, calls, reads and prompts, each scrubbed and told in the log.
import { subjectMark, subjectText } from '../core/desk/lookups/subject.ts'
import { say } from '../core/redaction/redacted.ts'
import { type Answer, type Caller, callTool, type Office } from './call.ts'
import { promptList, promptText } from './prompts.ts'
import { readResource, resourcesOf, templates } from './resources.ts'
import { listed } from './tool.ts'
import { tools, toolsFor } from './tools/index.ts'

const shown = new Map(tools.map((tool) => [tool.name, listed(tool)]))

export type Session = {
  tools(): readonly object[]
  call(name: string, args: unknown): Promise<Answer>
  resources(): readonly object[]
  templates(): readonly object[]
  /** `none` where there is no such resource; `wait` where too much was read. */
  read(uri: string): Reading
  prompts(): readonly object[]
  /** `none` where there is no such prompt, or its arguments are wrong. */
  prompt(name: string, args: unknown): Reading
}
export type Reading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'wait' }

const kinds = { resource: say`resource`, prompt: say`prompt`, list: say`list` } as const
const outcomes = { text: say`found`, none: say`missed`, wait: say`budget`, blocked: say`blocked` } as const

export function makeSession(office: Office, caller: Caller): Session {
  const { desk, log, scrubber, budget } = office
  const told = (kind: keyof typeof kinds, outcome: keyof typeof outcomes): void =>
    log.info('read', {
      kind: kinds[kind],
      subject: subjectMark(desk.keyring, caller.subject),
      outcome: outcomes[outcome],
    })
  // Reading has a budget of its own, by subject: a client that reads every article can still call.
  const key = `read:${subjectText(caller.subject)}`
  const reading = (kind: keyof typeof kinds, find: () => string | undefined): Reading => {
    if (budget.call(key, desk.clock.now()) > 0) {
      told(kind, 'wait')
      return { kind: 'wait' }
    }
    const text = find()
    const blocked = text !== undefined && scrubber.hit(text) !== undefined
    told(kind, blocked ? 'blocked' : text === undefined ? 'none' : 'text')
    return text === undefined || blocked ? { kind: 'none' } : { kind: 'text', text }
  }
  const clean = <T extends object>(rows: readonly T[]): readonly T[] => {
    if (scrubber.hit(JSON.stringify(rows)) === undefined) return rows
    told('list', 'blocked')
    return []
  }
  return {
    tools: () => clean(toolsFor(caller.subject, caller.scopes).map(({ name }) => shown.get(name) ?? {})),
    call: (name, args) => callTool(office, caller, name, args),
    resources: () => clean(resourcesOf(desk)),
    templates: () => clean(templates),
    read: (uri) => reading('resource', () => readResource(desk, uri)),
    prompts: () => clean(promptList),
    prompt: (name, args) => reading('prompt', () => promptText(name, args)),
  }
}
