// Access tokens of the MCP server over HTTP: made here, shown once, kept as a keyed hash, taken back by their id.
import { z } from 'zod'
import { type McpToken, mcpScopes } from '../../../core/domain/mcp-token.ts'
import { DAY, plus } from '../../../core/kit/clock.ts'
import { audited } from '../desk.ts'
import { limit, rowId, toggle, upTo } from '../shapes.ts'
import { done, failed, misused, taken, verb } from '../verb.ts'
import { timeOf } from '../words.ts'

/** 160 random bits in the alphabet that can be read out. */
const LENGTH = 32
const MOST_DAYS = 366

const scopeList = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim()))
  .pipe(z.array(z.enum(mcpScopes)).min(1))
const says = `which lookups, separated by commas: ${mcpScopes.join(', ')}; otherwise all`

export const mcpToken = verb({
  name: 'mcp-token',
  says: 'Makes an access token for the MCP server over HTTP and prints it alone, once; it is kept as a hash only.',
  example: 'mcp-token --account acc_0m1x2y3z4 --days 30',
  opens: 'writing',
  options: {
    account: taken('<id>', 'sees this account and nothing else', rowId.optional()),
    support: taken('', 'a support desk: looks up by reference, with a second fact', toggle),
    scopes: taken('<list>', says, scopeList.optional()),
    days: taken('<n>', `how long it holds, ${MOST_DAYS} at most; otherwise 30`, upTo(MOST_DAYS).optional()),
  },
  run: async (desk, _, { account, support, scopes = mcpScopes, days = 30 }) => {
    if ((account === undefined) === (support !== true)) {
      return misused('mcp-token: say either --account ID or --support')
    }
    const { store, keyring, clock, ids } = desk.context
    if (account !== undefined && !(await store.read((r) => r.accounts.byId(account)))) {
      return failed('mcp-token: there is no such account; list them with: npm run -s admin -- account list')
    }
    const now = clock.now()
    const token = `dzm_${ids.base32(LENGTH)}`
    const row: McpToken = {
      id: ids.row('mct', now),
      hash: keyring.hash('mcp-token', token),
      subject: account === undefined ? 'support' : `account:${account}`,
      scopes: scopes.join(' '),
      createdAt: now,
      expiresAt: plus(now, days * DAY),
      revokedAt: null,
    }
    await audited(
      desk,
      ({ store: own }) => own.write((w) => w.mcpTokens.insert(row)),
      () => ({ action: 'mcp-token.make', subject: `mcp_token:${row.id}` }),
    )
    await desk.print(token)
    return done
  },
})

const state = ({ revokedAt, expiresAt }: McpToken, now: number): string =>
  revokedAt !== null ? 'revoked' : now >= expiresAt ? 'expired' : 'holds'

export const mcpTokenList = verb({
  name: 'mcp-tokens list',
  says: 'The newest access tokens of the MCP server, a line each that begins with the id; never the token itself.',
  example: 'mcp-tokens list',
  opens: 'reading',
  options: { limit: taken('<n>', 'how many, otherwise 50', limit(50)) },
  run: async (desk, _, { limit: most }) => {
    const now = desk.context.clock.now()
    const rows = await desk.context.store.read((r) => r.mcpTokens.newest(most))
    await desk.list(
      ['id', '', 'for', 'until', 'lookups'],
      rows.map((row) => [row.id, state(row, now), row.subject, timeOf(row.expiresAt), row.scopes]),
    )
    return done
  },
})

export const mcpTokenRevoke = verb({
  name: 'mcp-tokens revoke',
  says: 'Takes an access token of the MCP server back; the next request with it is refused.',
  example: 'mcp-tokens revoke mct_0m1x2y3z4ABCDEFGHJK',
  opens: 'writing',
  argument: taken('<id>', 'its id, from: mcp-tokens list', rowId),
  run: async (desk, id) => {
    if (!(await desk.context.store.read((r) => r.mcpTokens.byId(id)))) {
      return failed('mcp-tokens revoke: there is no such token; list them with: npm run -s admin -- mcp-tokens list')
    }
    await audited(
      desk,
      ({ store, clock }) => store.write((w) => w.mcpTokens.revoke(id, clock.now())),
      () => ({ action: 'mcp-token.revoke', subject: `mcp_token:${id}` }),
    )
    desk.note(`${id} no longer holds.`)
    return done
  },
})
