// The command line by the table of verbs: commander reads the words, the shapes read the values, one line answers a mistake.
import { Command, CommanderError } from 'commander'
import type { z } from 'zod'
import { err, ok, type Result } from '../../core/kit/result.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { actor } from './shapes.ts'
import { type Taken, taken, type Verb } from './verb.ts'
import { verbs } from './verbs.ts'

const TOOL = 'npm run -s admin --'
const HINT = `${TOOL} --help lists every verb`

export const by = taken('<name>', 'who decides, for the audit trail; otherwise the name of the system user', actor)

export type Asked = {
  readonly verb: Verb
  readonly argument: unknown
  readonly options: object
  readonly by: z.infer<typeof actor>
}
/** `shown`: the help was asked for and is out. */
export type Parsed = Asked | 'shown'

const flag = (name: string, { syntax }: Taken<unknown>): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${syntax}`.trim()

const changing: readonly Verb['opens'][] = ['writing', 'making', 'replacing']

const optionsOf = (verb: Verb): readonly [string, Taken<unknown>][] => [
  ...Object.entries(verb.options ?? {}),
  ...(changing.includes(verb.opens) ? [['by', by] as [string, Taken<unknown>]] : []),
]

const listed = (some: readonly Verb[]): string =>
  some.map(({ name, says, example }) => `  ${name}\n      ${says}\n      ${TOOL} ${example}\n`).join('')

const overview = (some: readonly Verb[]): string =>
  `Usage: ${TOOL} VERB\n\n${listed(some)}\nOptions of a verb: ${TOOL} VERB --help\nSettings: .env.example explains each.\n`

class Misuse extends Error {
  readonly line: string
  constructor(line: string) {
    super('misuse')
    this.line = line
  }
}

// What was typed may be a code in the wrong place: commander quotes it, the redactor hides it.
const quoted = (message: string): string => redact(new Raw(message.replace(/^error: /, '').split('\n')[0] ?? '')).text

/** A command that neither prints nor exits by itself. */
function command(name: string, mistake: (what: string) => string): Command {
  return new Command(name)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride((error: CommanderError) => {
      if (error.exitCode === 0) throw error
      throw new Misuse(mistake(error.code === 'commander.help' ? 'name a verb' : quoted(error.message)))
    })
}

function read<T>(label: string, { shape, syntax }: Taken<T>, value: unknown): Result<T, string> {
  const result = shape.safeParse(value)
  if (result.success) return ok(result.data)
  const missing = value === undefined && syntax !== ''
  return err(missing ? `${label} is missing` : `${label}: ${result.error.issues[0]?.message ?? 'cannot be read'}`)
}

function checked(verb: Verb, argument: unknown, given: Record<string, unknown>): Result<Asked, string> {
  const options: Record<string, unknown> = {}
  for (const [name, one] of optionsOf(verb)) {
    const value = read(flag(name, one).split(' ')[0] ?? name, one, given[name])
    if (!value.ok) return value
    options[name] = value.value
  }
  const read_ = verb.argument ? read(verb.argument.syntax, verb.argument, argument) : ok(undefined)
  if (!read_.ok) return read_
  return ok({ verb, argument: read_.value, options, by: options.by as Asked['by'] })
}

function commandOf(verb: Verb, take: (asked: Asked) => void): Command {
  const { name, says, example, argument } = verb
  const mistake = (what: string): string => `${name}: ${what}; for example: ${TOOL} ${example}`
  const made = command(name.split(' ').at(-1) ?? name, mistake).description(says)
  if (argument) made.argument(argument.syntax, argument.says)
  for (const [option, one] of optionsOf(verb)) made.option(flag(option, one), one.says)
  made.addHelpText('after', `\nExample: ${TOOL} ${example}`)
  return made.action((...words: unknown[]) => {
    const [first, second] = words
    const asked = checked(verb, argument ? first : undefined, (argument ? second : first) as Record<string, unknown>)
    if (!asked.ok) throw new Misuse(mistake(asked.error))
    take(asked.value)
  })
}

/** Reads the words behind `admin --`. The error is one line that says what to do. */
export function parse(words: readonly string[]): Result<Parsed, string> {
  let asked: Asked | undefined
  const program = command(TOOL, (what) => `admin: ${what}; ${HINT}`).configureHelp({
    formatHelp: () => overview(verbs),
  })
  const groups = new Map<string, Command>()
  for (const verb of verbs) {
    const made = commandOf(verb, (found) => {
      asked = found
    })
    const [word = '', second] = verb.name.split(' ')
    if (second === undefined) {
      program.addCommand(made)
      continue
    }
    const group = groups.get(word) ?? groupOf(word)
    if (!groups.has(word)) program.addCommand(group)
    groups.set(word, group.addCommand(made))
  }
  try {
    program.parse(words, { from: 'user' })
  } catch (error) {
    if (error instanceof Misuse) return err(error.line)
    if (error instanceof CommanderError) return ok('shown')
    throw error
  }
  return asked ? ok(asked) : ok('shown')
}

function groupOf(word: string): Command {
  const own = verbs.filter(({ name }) => name.startsWith(`${word} `))
  const names = own.map(({ name }) => name.split(' ')[1]).join(', ')
  return command(word, (what) => `${word}: ${what} (${names}); ${HINT}`)
    .helpCommand(false)
    .configureHelp({ formatHelp: () => overview(own) })
}
