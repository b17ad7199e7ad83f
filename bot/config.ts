// The only place of the bot's side that reads the environment: parsed once into a frozen config, or one line that says what to do.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/domain/data-file.ts'
import type { Policy } from '../core/domain/policy.ts'
import { parsePolicy } from '../core/domain/policy-file.ts'
import { err, ok, type Result } from '../core/kit/result.ts'
import { Keyring, parseSecret } from '../core/redaction/keyring.ts'
import type { LogLevel } from '../core/redaction/log.ts'
import { parseStoreUrl, type StoreUrl } from '../core/store/open.ts'
import {
  address,
  type Environment,
  either,
  given,
  needed,
  optional,
  packageFolder,
  readSettings,
  text,
  type Values,
} from './setting.ts'
import { type BlockName, blocks, http, mcp, within } from './setting-blocks.ts'

/** Where the user stood: npm runs a script in the package's folder, file names are meant from the user's own. */
export const caller = { folder: process.env.INIT_CWD ?? process.cwd() }

export { packageFolder }

export const DEFAULT_DATABASE = 'sqlite:var/daozhang.db'
const DEFAULT_POLICY = 'data/policy.yaml'
// Pieced together: this command is for an operator to run, and here nothing prints or makes chances.
const HOW_TO_MAKE = `node -e "${'console'}.log(require('crypto').${'random'}Bytes(32).toString('base64'))"`

type Blocks = { readonly [B in BlockName]?: Values<(typeof blocks)[B]> }

/** What a block configures is present as a whole, or the feature is off. */
export type Config = Blocks & {
  readonly database: StoreUrl
  readonly keyring: Keyring
  readonly policy: Policy
  readonly logLevel: LogLevel
  readonly publicUrl: string | undefined
  readonly http: Values<typeof http>
  readonly mcp: Values<typeof mcp>
  /** The blocks that have no settings, for the line that says so at the start. */
  readonly off: readonly BlockName[]
}

const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const level = z.enum(levels, `one of ${levels.join(', ')}`) as z.ZodType<LogLevel, string>

/** Settings that stand alone, each with what holds without it. */
export const single = {
  databaseUrl: either('DATABASE_URL', text, DEFAULT_DATABASE),
  appSecret: needed('APP_SECRET', text),
  policyFile: either('POLICY_FILE', text, DEFAULT_POLICY),
  logLevel: either('LOG_LEVEL', level, 'info' as LogLevel),
  publicUrl: optional('PUBLIC_URL', address),
} as const

function readBlock(env: Environment, name: BlockName): Result<object | undefined, string> {
  const settings = Object.values(blocks[name])
  const set = settings.filter((setting) => given(env, setting.env) !== undefined)
  const first = set[0]
  if (!first) return ok(undefined)
  const outer = within[name]
  const all = outer ? [...Object.values(blocks[outer]), ...settings] : settings
  const missing = all.filter((setting) => !setting.otherwise && given(env, setting.env) === undefined)
  if (missing.length === 0) return readSettings(env, blocks[name])
  return err(
    `${first.env} is set and ${missing.map((setting) => setting.env).join(', ')} missing: set all of them, or none`,
  )
}

function readBlocks(env: Environment): Result<{ blocks: Blocks; off: BlockName[] }, string> {
  const on: Record<string, object> = {}
  const off: BlockName[] = []
  for (const name of Object.keys(blocks) as BlockName[]) {
    const read = readBlock(env, name)
    if (!read.ok) return read
    if (read.value) on[name] = read.value
    else off.push(name)
  }
  return ok({ blocks: on as Blocks, off })
}

function readDatabase(url: string): Result<StoreUrl, string> {
  const read = parseStoreUrl(url)
  if (!read.ok || read.value.path === ':memory:') return read
  return ok({ path: resolve(packageFolder, read.value.path) })
}

/** The policy file of this environment; faults name it as the setting does. */
export function readPolicy(env: Environment = process.env): Result<Policy, readonly Fault[]> {
  const file = given(env, 'POLICY_FILE') ?? DEFAULT_POLICY
  let content: string
  try {
    content = readFileSync(resolve(packageFolder, file), 'utf8')
  } catch {
    return err([{ file, line: 1, fault: 'unreadable', message: 'POLICY_FILE names a file that cannot be read' }])
  }
  return parsePolicy(content, file)
}

export const showFault = ({ file, line, message }: Fault): string => `${file}:${line}: ${message}`

/** Plain data that nobody can change any more. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** Parses an environment. The error is one line that names the setting and what to do, never a value. */
export function parseConfig(env: Environment): Result<Config, string> {
  const database = readDatabase(given(env, 'DATABASE_URL') ?? DEFAULT_DATABASE)
  if (!database.ok) return database
  const secret = given(env, 'APP_SECRET')
  const bytes = secret === undefined ? undefined : parseSecret(secret)
  if (!bytes) {
    return err(`APP_SECRET ${secret ? 'is not the base64 of 32 bytes' : 'is missing'}; make one with: ${HOW_TO_MAKE}`)
  }
  const alone = readSettings(env, single)
  if (!alone.ok) return alone
  const readHttp = readSettings(env, http)
  if (!readHttp.ok) return readHttp
  const readMcp = readSettings(env, mcp)
  if (!readMcp.ok) return readMcp
  const parts = readBlocks(env)
  if (!parts.ok) return parts
  const policy = readPolicy(env)
  if (!policy.ok) {
    const [fault, ...more] = policy.error
    return err(`${fault ? showFault(fault) : 'POLICY_FILE'}${more.length > 0 ? ` (and ${more.length} more)` : ''}`)
  }
  return ok(
    Object.freeze({
      ...parts.value.blocks,
      off: Object.freeze(parts.value.off),
      database: Object.freeze(database.value),
      keyring: new Keyring(bytes),
      policy: frozen(policy.value),
      logLevel: alone.value.logLevel,
      publicUrl: alone.value.publicUrl,
      http: readHttp.value,
      mcp: readMcp.value,
    }),
  )
}

let known: Result<Config, string> | undefined

/** The settings of this process, read once. */
export function config(): Result<Config, string> {
  if (known) return known
  loadEnvFile()
  known = parseConfig(process.env)
  return known
}

/** Takes the `.env` of the package's folder in; what the environment already says stays. */
export function loadEnvFile(): void {
  const file = resolve(packageFolder, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
