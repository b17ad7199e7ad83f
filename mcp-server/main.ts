// `npm run mcp` speaks on standard input, `npm run mcp:http` over HTTP; `node mcp-server/main.ts list` prints the tools. Exit 0 done, 1 failed, 2 wrong settings, with one line on standard error.
import { once } from 'node:events'
import { mcpScopes } from '../core/domain/mcp-token.ts'
import { err, ok, type Result } from '../core/kit/result.ts'
import type { Office } from './call.ts'
import { type Config, config } from './config.ts'
import { firstOf, ownTokens } from './credential.ts'
import { makeGuards } from './guards.ts'
import { listen, makeHttp } from './http.ts'
import { oauthTokens } from './oauth.ts'
import { openOffice } from './office.ts'
import { exchange, serveStdio } from './server.ts'
import { makeSession } from './session.ts'
import { listed } from './tool.ts'
import { tools } from './tools/index.ts'

type Serve = (office: Office, config: Config) => Promise<Result<void, string>>

async function stopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}

const stdio: Serve = async (office, { subject }) => {
  // Whoever starts the program decides whom it speaks for; a client cannot.
  if (!subject) return err('MCP_SCOPE is missing: set it to support, or to account:ID')
  if (subject.kind === 'account') {
    const status = await office.desk.store.read((views) => views.accountStatus(subject.accountId))
    if (status === undefined) return err('MCP_SCOPE names an account that does not exist')
  }
  await Promise.race([serveStdio(makeSession(office, { subject, scopes: mcpScopes })), stopped()])
  return ok(undefined)
}

const listenFaults: { readonly [code: string]: string } = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'that port needs more rights',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'there is no such host',
}

const http: Serve = async (office, { http: { host, port, allowedHosts, allowedOrigins }, oauth, keyring }) => {
  const { store, clock } = office.desk
  const own = ownTokens(store, keyring, clock)
  const server = makeHttp({
    serve: (caller, message) => exchange(makeSession(office, caller), message),
    log: office.log,
    guards: makeGuards(host, allowedHosts, allowedOrigins),
    verify: oauth ? firstOf(own, oauthTokens(oauth, store, clock)) : own,
    oauth,
  })
  try {
    const real = await listen(server, host, port)
    office.log.info('listening', { port: real, oauth: oauth !== undefined })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return err(`MCP_HTTP_HOST, MCP_HTTP_PORT: cannot listen: ${listenFaults[code] ?? 'see the address'}`)
  }
  await stopped()
  server.close()
  server.closeIdleConnections()
  return ok(undefined)
}

const ways: { readonly [word: string]: Serve } = { stdio, http }

async function main(way: string): Promise<number> {
  if (way === 'list') {
    process.stdout.write(`${JSON.stringify(tools.map(listed), null, 2)}\n`)
    return 0
  }
  const serve = Object.hasOwn(ways, way) ? ways[way] : undefined
  const refuse = (line: string): number => {
    process.stderr.write(`mcp: ${line}\n`)
    return 2
  }
  if (!serve) return refuse('say stdio, http or list')
  const settings = config()
  if (!settings.ok) return refuse(settings.error)
  if (way === 'stdio' && !settings.value.subject)
    return refuse('MCP_SCOPE is missing: set it to support, or to account:ID')
  const office = await openOffice(settings.value)
  if (!office.ok) return refuse(office.error)
  try {
    const served = await serve(office.value, settings.value)
    return served.ok ? 0 : refuse(served.error)
  } catch (error) {
    office.value.log.error('the server failed', { error: error instanceof Error ? error : null })
    return 1
  } finally {
    await office.value.desk.store.close()
  }
}

process.exitCode = await main(process.argv[2] ?? 'stdio')
