// What every program of an installation is given: its database, its keys, the operator's policy, how much it logs.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../domain/data-file.ts'
import type { Policy } from '../domain/policy.ts'
import { parsePolicy } from '../domain/policy-file.ts'
import { err, ok, type Result } from '../kit/result.ts'
import {
  type Environment,
  either,
  given,
  needed,
  packageFolder,
  readSettings,
  type Settings,
  text,
} from '../kit/setting.ts'
import { Keyring, parseSecret } from '../redaction/keyring.ts'
import type { LogLevel } from '../redaction/log.ts'
import { parseStoreUrl, type StoreUrl } from '../store/url.ts'

export const DEFAULT_DATABASE = 'sqlite:var/daozhang.db'
const DEFAULT_POLICY = 'data/policy.yaml'
// Pieced together: this command is for an operator to run, and here nothing prints or makes chances.
const HOW_TO_MAKE = `node -e "${'console'}.log(require('crypto').${'random'}Bytes(32).toString('base64'))"`

const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const level = z.enum(levels, `one of ${levels.join(', ')}`) as z.ZodType<LogLevel, string>

export const installationSettings = {
  databaseUrl: either('DATABASE_URL', text, DEFAULT_DATABASE),
  appSecret: needed('APP_SECRET', text),
  policyFile: either('POLICY_FILE', text, DEFAULT_POLICY),
  logLevel: either('LOG_LEVEL', level, 'info' as LogLevel),
} as const satisfies Settings

export type Installation = {
  readonly database: StoreUrl
  readonly keyring: Keyring
  readonly policy: Policy
  readonly logLevel: LogLevel
}

function readDatabase(url: string): Result<StoreUrl, string> {
  const read = parseStoreUrl(url)
  if (!read.ok || read.value.path === ':memory:') return read
  return ok({ path: resolve(packageFolder, read.value.path) })
}

/** The policy file of an environment; faults name it as the setting does. */
export function readPolicy(env: Environment): Result<Policy, readonly Fault[]> {
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
export function readInstallation(env: Environment): Result<Installation, string> {
  const database = readDatabase(given(env, 'DATABASE_URL') ?? DEFAULT_DATABASE)
  if (!database.ok) return database
  const secret = given(env, 'APP_SECRET')
  const bytes = secret === undefined ? undefined : parseSecret(secret)
  if (!bytes) {
    return err(`APP_SECRET ${secret ? 'is not the base64 of 32 bytes' : 'is missing'}; make one with: ${HOW_TO_MAKE}`)
  }
  const alone = readSettings(env, installationSettings)
  if (!alone.ok) return alone
  const policy = readPolicy(env)
  if (!policy.ok) {
    const [fault, ...more] = policy.error
    return err(`${fault ? showFault(fault) : 'POLICY_FILE'}${more.length > 0 ? ` (and ${more.length} more)` : ''}`)
  }
  return ok(
    Object.freeze({
      database: Object.freeze(database.value),
      keyring: new Keyring(bytes),
      policy: frozen(policy.value),
      logLevel: alone.value.logLevel,
    }),
  )
}

/** Takes the `.env` of the package's folder in; what the environment already says stays. */
export function loadEnvFile(): void {
  const file = resolve(packageFolder, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
