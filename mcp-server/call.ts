// One call of a tool, from what came to what leaves: budget, strict arguments, the lookup, strict answer, scrubber, audit line.
import type { LookupDesk } from '../core/desk/lookups/desk.ts'
import { type Subject, subjectMark, subjectText } from '../core/desk/lookups/subject.ts'
import type { McpScope } from '../core/domain/mcp-token.ts'
import { SECOND } from '../core/kit/clock.ts'
import type { Log } from '../core/redaction/log.ts'
import { Raw } from '../core/redaction/raw.ts'
import { redact } from '../core/redaction/redact.ts'
import { type Redacted, say } from '../core/redaction/redacted.ts'
import type { Budget } from './budget.ts'
import type { Scrubber } from './scrub.ts'
import type { Tool } from './tool.ts'
import { tools, toolsOf } from './tools/index.ts'

/** Whom a credential lets in, and to what. */
export type Caller = { readonly subject: Subject; readonly scopes: readonly McpScope[] }

export type Office = {
  readonly desk: LookupDesk
  readonly budget: Budget
  readonly scrubber: Scrubber
  readonly log: Log
}

/** What leaves: an answer with its text, or a refusal, which is a constant of ours and a waiting time at most. */
export type Answer =
  | { readonly ok: true; readonly structured: object; readonly text: string }
  | { readonly ok: false; readonly text: string }

const DEADLINE_MS = 8 * SECOND
/** Bytes of one answer (mcp.md §5, R17). */
const MOST_BYTES = 4_096

const outcomes = {
  found: say`found`,
  missed: say`missed`,
  unknown: say`unknown-tool`,
  scope: say`scope`,
  arguments: say`arguments`,
  budget: say`budget`,
  guessing: say`guessing`,
  blocked: say`blocked`,
  late: say`late`,
  failed: say`failed`,
} as const
type Outcome = keyof typeof outcomes

/** Names of ours as the log takes them; read once, when the program starts. */
const marks = new Map<string, Redacted>()
function markOf(name: string): Redacted {
  const known = marks.get(name) ?? redact(new Raw(name)).text
  marks.set(name, known)
  return known
}
for (const { name } of tools) markOf(name)

const refusal = (text: string): Answer => ({ ok: false, text })
const UNKNOWN_TOOL = 'There is no such tool for this credential; tools/list names those there are.'
const FAILED = 'This could not be looked up because of a fault on our side. Try again later, or pass it to a person.'
const BLOCKED = 'The answer was withheld by the safety check. Pass the matter to a person.'
const LATE = 'The records did not answer in time. Try again later.'
const wait = (ms: number, what: string): string => `${what}; wait ${Math.ceil(ms / SECOND)} s and try again.`

/** Names the argument and shows a right call; never what was given. */
function wrongArguments(tool: Tool, path: PropertyKey | undefined): string {
  const shape = tool.input.shape as Record<string, { readonly description?: string }>
  const field = typeof path === 'string' && Object.hasOwn(shape, path) ? path : undefined
  const says =
    field === undefined
      ? `this tool takes only: ${Object.keys(shape).join(', ')}`
      : `${field}: ${shape[field]?.description ?? 'has another form'}`
  return `Wrong arguments: ${says}. Example: ${JSON.stringify(tool.example)}`
}

type Done = { readonly outcome: Outcome; readonly answer: Answer; readonly rule?: string | undefined }

async function answered(office: Office, caller: Caller, tool: Tool, args: unknown): Promise<Done> {
  const { desk, budget } = office
  const now = desk.clock.now()
  const key = subjectText(caller.subject)
  const read = tool.input.safeParse(args ?? {})
  if (!read.success)
    return { outcome: 'arguments', answer: refusal(wrongArguments(tool, read.error.issues[0]?.path[0])) }
  const why = tool.refuses(caller.subject, read.data)
  if (why !== undefined) {
    return {
      outcome: 'arguments',
      answer: refusal(`Wrong arguments: ${why}. Example: ${JSON.stringify(tool.example)}`),
    }
  }
  const guessing = budget.guessing(key, now)
  // Whoever guesses waits before anything is looked up, whatever they name.
  if (guessing > 0)
    return { outcome: 'guessing', answer: refusal(wait(guessing, 'Too many references that are not known')) }
  const input = read.data as { lang?: 'zh' | 'en' }
  const ask = { desk, subject: caller.subject, input, lang: input.lang ?? 'zh', now }
  const structured = tool.output.parse(await tool.answer(ask))
  // The database answers without giving way, so nothing could be cut off; what came too late is not given out.
  if (desk.clock.now() - now > DEADLINE_MS) return { outcome: 'late', answer: refusal(LATE) }
  const text = JSON.stringify(structured)
  if (Buffer.byteLength(text) > MOST_BYTES) return { outcome: 'blocked', answer: refusal(BLOCKED), rule: 'size' }
  const missed = tool.missed(structured, read.data)
  if (missed) budget.miss(key, now)
  return { outcome: missed ? 'missed' : 'found', answer: { ok: true, structured, text } }
}

/** Answers a call. Never throws, and never says what the caller or a library said. */
export async function callTool(office: Office, caller: Caller, name: string, args: unknown): Promise<Answer> {
  const { desk, budget, log, scrubber } = office
  const began = desk.clock.now()
  const tool = toolsOf(caller.subject).find((one) => one.name === name)
  const finish = (done: Done): Answer => {
    // The second net hangs under everything that leaves, refusals too.
    const hit = scrubber.hit(done.answer.text)
    const { outcome, answer, rule }: Done =
      hit === undefined ? done : { outcome: 'blocked', answer: refusal(BLOCKED), rule: hit }
    log.info('call', {
      tool: tool ? markOf(tool.name) : null,
      subject: subjectMark(desk.keyring, caller.subject),
      outcome: outcomes[outcome],
      rule: rule === undefined ? null : markOf(rule),
      ms: desk.clock.now() - began,
    })
    return answer
  }
  const waiting = budget.call(subjectText(caller.subject), began)
  if (waiting > 0) return finish({ outcome: 'budget', answer: refusal(wait(waiting, 'Too many calls')) })
  if (!tool) return finish({ outcome: 'unknown', answer: refusal(UNKNOWN_TOOL) })
  if (!caller.scopes.includes(tool.scope)) return finish({ outcome: 'scope', answer: refusal(UNKNOWN_TOOL) })
  try {
    return finish(await answered(office, caller, tool, args))
  } catch (error) {
    log.error('a call failed', { error: error instanceof Error ? error : null })
    return finish({ outcome: 'failed', answer: refusal(FAILED) })
  }
}
