// The only place of the bot's side that reads the environment: parsed once into a frozen config, or one line that says what to do.
import {
  DEFAULT_DATABASE,
  type Installation,
  installationSettings,
  loadEnvFile,
  readPolicy as policyOf,
  readInstallation,
  showFault,
} from '../core/desk/installation.ts'
import type { Fault } from '../core/domain/data-file.ts'
import type { Policy } from '../core/domain/policy.ts'
import { err, ok, type Result } from '../core/kit/result.ts'
import {
  address,
  type Environment,
  given,
  optional,
  packageFolder,
  readSettings,
  type Values,
} from '../core/kit/setting.ts'
import { type BlockName, blocks, http, mcp, within } from './setting-blocks.ts'

/** Where the user stood: npm runs a script in the package's folder, file names are meant from the user's own. */
export const caller = { folder: process.env.INIT_CWD ?? process.cwd() }

export { DEFAULT_DATABASE, loadEnvFile, packageFolder, showFault }

type Blocks = { readonly [B in BlockName]?: Values<(typeof blocks)[B]> }

/** What a block configures is present as a whole, or the feature is off. */
export type Config = Blocks &
  Installation & {
    readonly publicUrl: string | undefined
    readonly http: Values<typeof http>
    readonly mcp: Values<typeof mcp>
    /** The blocks that have no settings, for the line that says so at the start. */
    readonly off: readonly BlockName[]
  }

/** Settings that stand alone, each with what holds without it. */
export const single = { ...installationSettings, publicUrl: optional('PUBLIC_URL', address) } as const

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

/** The policy file of this environment; faults name it as the setting does. */
export const readPolicy = (env: Environment = process.env): Result<Policy, readonly Fault[]> => policyOf(env)

/** Parses an environment. The error is one line that names the setting and what to do, never a value. */
export function parseConfig(env: Environment): Result<Config, string> {
  const installation = readInstallation(env)
  if (!installation.ok) return installation
  const alone = readSettings(env, { publicUrl: single.publicUrl })
  if (!alone.ok) return alone
  const readHttp = readSettings(env, http)
  if (!readHttp.ok) return readHttp
  const readMcp = readSettings(env, mcp)
  if (!readMcp.ok) return readMcp
  const parts = readBlocks(env)
  if (!parts.ok) return parts
  return ok(
    Object.freeze({
      ...parts.value.blocks,
      ...installation.value,
      ...alone.value,
      off: Object.freeze(parts.value.off),
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
