// `npm run -s admin -- VERB`: the operator's tool. Exit 0 done, 1 failed, 2 wrong usage or settings, with one line that says what to do.
import { userInfo } from 'node:os'
import { makeLog } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { type Redacted, say } from '../../core/redaction/redacted.ts'
import { config, loadEnvFile } from '../config.ts'
import { openDesk } from './desk.ts'
import { foreseen } from './failure.ts'
import { type Asked, parse } from './parser.ts'
import { actor } from './shapes.ts'
import { makeTool, type Tool } from './tool.ts'
import { failed, misused, type Outcome } from './verb.ts'

const exits = { done: 0, faults: 1, failed: 1, misused: 2 } as const

function systemUser(): string | undefined {
  try {
    return actor.safeParse(userInfo().username).data
  } catch {
    // A container may run under a number that has no name.
    return undefined
  }
}

function actorOf({ by }: Asked): Redacted {
  const name = by ?? systemUser()
  return name === undefined ? say`operator` : redact(new Raw(name)).text
}

async function carryOut(tool: Tool, asked: Asked): Promise<Outcome> {
  const { verb, argument, options } = asked
  if (verb.opens === 'nothing') {
    loadEnvFile()
    return verb.run(tool, undefined, argument, options)
  }
  const settings = config()
  if (!settings.ok) return misused(settings.error)
  const by = actorOf(asked)
  if (verb.opens === 'replacing') return verb.run(tool, { ...tool, config: settings.value, by }, argument, options)
  const desk = await openDesk(tool, settings.value, by, verb.opens)
  if (!desk.ok) return misused(desk.error)
  try {
    return await verb.run(tool, desk.value, argument, options)
  } finally {
    await desk.value.context.store.close()
  }
}

async function run(tool: Tool, asked: Asked): Promise<Outcome> {
  try {
    return await carryOut(tool, asked)
  } catch (error) {
    const known = foreseen(error)
    if (known) return known
    const settings = config()
    const log = makeLog({ level: settings.ok ? settings.value.logLevel : 'info', name: 'admin' })
    log.error('a verb failed', { error: error instanceof Error ? error : null })
    return failed(`${asked.verb.name}: failed in a way that nobody foresaw; the log line above says where`)
  }
}

async function main(words: readonly string[]): Promise<number> {
  const { tool, release } = makeTool(process.stdout, process.stderr)
  try {
    const asked = parse(words)
    if (!asked.ok) {
      tool.note(asked.error)
      return 2
    }
    if (asked.value === 'shown') return 0
    const outcome = await run(tool, asked.value)
    if ('line' in outcome)
      tool.note(
        outcome.line.startsWith(asked.value.verb.name) ? outcome.line : `${asked.value.verb.name}: ${outcome.line}`,
      )
    return exits[outcome.kind]
  } finally {
    release()
  }
}

process.exitCode = await main(process.argv.slice(2))
