// What a connected client can do, without the SDK: lists, calls, reads and prompts, each scrubbed and told in the log.
import { subjectMark } from '../core/desk/lookups/subject.ts'
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
  /** Undefined where there is no such resource. */
  read(uri: string): string | undefined
  prompts(): readonly object[]
  /** Undefined where there is no such prompt, or its arguments are wrong. */
  prompt(name: string, args: unknown): string | undefined
}

const kinds = { resource: say`resource`, prompt: say`prompt` } as const

export function makeSession(office: Office, caller: Caller): Session {
  const { desk, log, scrubber, budget } = office
  const told = (kind: keyof typeof kinds, text: string | undefined): string | undefined => {
    const safe = text !== undefined && scrubber.hit(text) === undefined ? text : undefined
    log.info('read', {
      kind: kinds[kind],
      subject: subjectMark(desk.keyring, caller.subject),
      found: safe !== undefined,
    })
    return safe
  }
  const allowed = (): boolean => budget.call(`read:${caller.subject.kind}`, desk.clock.now()) === 0
  return {
    tools: () => toolsFor(caller.subject, caller.scopes).map(({ name }) => shown.get(name) ?? {}),
    call: (name, args) => callTool(office, caller, name, args),
    resources: () => resourcesOf(desk),
    templates: () => templates,
    read: (uri) => (allowed() ? told('resource', readResource(desk, uri)) : undefined),
    prompts: () => promptList,
    prompt: (name, args) => (allowed() ? told('prompt', promptText(name, args)) : undefined),
  }
}
