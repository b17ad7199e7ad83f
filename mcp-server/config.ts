// The only place of the MCP server that reads the environment: parsed once, or one line that says what to do.
import { type Installation, loadEnvFile, readInstallation } from '../core/desk/installation.ts'
import { parseSubject, type Subject } from '../core/desk/lookups/subject.ts'
import { mcp, mcpOauth } from '../core/kit/mcp-settings.ts'
import { err, ok, type Result } from '../core/kit/result.ts'
import { type Environment, given, readSettings, type Values } from '../core/kit/setting.ts'
import { isLoopback } from './guards.ts'

export type Config = Installation & {
  readonly http: Values<typeof mcp>
  readonly oauth: Values<typeof mcpOauth> | undefined
  /** Whom standard input speaks for; undefined where MCP_SCOPE is not set. */
  readonly subject: Subject | undefined
}

function readOauth(env: Environment): Result<Config['oauth'], string> {
  const names = Object.values(mcpOauth).map((setting) => setting.env)
  const missing = names.filter((name) => given(env, name) === undefined)
  if (missing.length === names.length) return ok(undefined)
  return missing.length === 0
    ? readSettings(env, mcpOauth)
    : err(`${missing.join(', ')} missing: set all of ${names.join(', ')}, or none`)
}

/** The error is one line that names the setting and what to do, never a value. */
export function parseConfig(env: Environment): Result<Config, string> {
  const installation = readInstallation(env)
  if (!installation.ok) return installation
  if (installation.value.database.path === ':memory:')
    return err('DATABASE_URL: a database in memory is empty at every start; name a file')
  const http = readSettings(env, mcp)
  if (!http.ok) return http
  const oauth = readOauth(env)
  if (!oauth.ok) return oauth
  const { host, allowedHosts, scope } = http.value
  if (!isLoopback(host) && allowedHosts.length === 0) {
    return err('MCP_HTTP_ALLOWED_HOSTS is missing: beyond this machine, name the host names that are served')
  }
  const subject = scope === undefined ? undefined : parseSubject(scope)
  return ok({ ...installation.value, http: http.value, oauth: oauth.value, subject })
}

/** The settings of this process. */
export function config(): Result<Config, string> {
  loadEnvFile()
  return parseConfig(process.env)
}
