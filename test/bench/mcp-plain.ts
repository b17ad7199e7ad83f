// The baseline: a minimal server of the SDK with one tool, one prepared statement, and none of our care.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import Database from 'better-sqlite3'
import { z } from 'zod'

const db = new Database(process.env.DATABASE_URL?.replace('sqlite:', '') ?? '', { readonly: true })
const read = db.prepare(
  `select number, state, amount, channel, created_at, expires_at, completed_at,
    (select min(paid_at) from payment where payment.order_id = orders.id) as paid_at
   from orders where number = ?`,
)
// Made once: a schema of its own for each request would be the larger part of it.
const inputSchema = { order_ref: z.string(), lang: z.string().optional() }
const outputSchema = { order: z.record(z.string(), z.unknown()).optional() }

function make(): McpServer {
  const server = new McpServer({ name: 'plain', version: '1.0.0' })
  server.registerTool(
    'get_order_status',
    { description: 'order status', inputSchema, outputSchema },
    ({ order_ref }) => {
      const structuredContent = { order: read.get(order_ref) as Record<string, unknown> | undefined }
      return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent }
    },
  )
  return server
}

if (process.argv[2] === 'http') {
  const server = createServer(async (request, response) => {
    const mcp = make()
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    response.once('close', () => void mcp.close())
    await mcp.connect(transport as Transport)
    await transport.handleRequest(request, response)
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
} else {
  await make().connect(new StdioServerTransport())
}
