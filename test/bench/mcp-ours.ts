// The MCP server as it is, on stdio or HTTP, with budgets that a bench does not meet; everything else on: redaction, scope, audit.
import { mcpScopes } from '../../core/domain/mcp-token.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { parseConfig } from '../../mcp-server/config.ts'
import { ownTokens } from '../../mcp-server/credential.ts'
import { makeGuards } from '../../mcp-server/guards.ts'
import { listen, makeHttp } from '../../mcp-server/http.ts'
import { openOffice } from '../../mcp-server/office.ts'
import { exchange, serveStdio } from '../../mcp-server/server.ts'
import { makeSession } from '../../mcp-server/session.ts'

const config = parseConfig(process.env)
if (!config.ok) throw new Error(config.error)
const { subject, keyring } = config.value
const office = await openOffice(config.value, { perSubject: 1e12, overall: 1e12, misses: 1e12 })
if (!office.ok || !subject) throw new Error(office.ok ? 'no subject' : office.error)
if (process.argv[2] === 'http') {
  const { store } = office.value.desk
  const server = makeHttp({
    serve: (caller, message) => exchange(makeSession(office.value, caller), message),
    log: office.value.log,
    guards: makeGuards('127.0.0.1', [], []),
    verify: ownTokens(store, keyring, systemClock),
    oauth: undefined,
  })
  process.stdout.write(`${await listen(server, '127.0.0.1', 0)}\n`)
} else {
  await serveStdio(makeSession(office.value, { subject, scopes: mcpScopes }))
}
