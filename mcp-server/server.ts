// The SDK's side of the server: requests in, a session asked, results out. The only file beside main.ts that knows the SDK.
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  type JSONRPCMessage,
  JSONRPCMessageSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/sdk/types.js'
import { instructions } from './prompts.ts'
import type { Reading, Session } from './session.ts'

export const serverInfo = { name: 'daozhang', title: 'daozhang support lookups', version: '0.1.0' } as const

/** Of the range that the protocol leaves to servers. */
const BUSY = -32004

type Listed<K extends string> = { readonly [P in K]: never[] }
const list = <K extends string>(key: K, rows: readonly object[]): Listed<K> => ({ [key]: rows }) as Listed<K>

/** An error's words are replaced on the way out; its code stays. */
function textOf(reading: Reading): string {
  if (reading.kind === 'text') return reading.text
  throw new McpError(reading.kind === 'wait' ? BUSY : ErrorCode.InvalidParams, '-')
}

/** A server for one client; a stateless HTTP request makes one of its own. */
export function makeServer(session: Session): Server {
  const server = new Server(serverInfo, { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions })
  server.setRequestHandler(ListToolsRequestSchema, () => list('tools', session.tools()))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const answer = await session.call(params.name, params.arguments)
    const content = [{ type: 'text' as const, text: answer.text }]
    // An error carries no structured content: clients would hold it against the output schema.
    return answer.ok
      ? { content, structuredContent: answer.structured as Record<string, unknown> }
      : { content, isError: true }
  })
  server.setRequestHandler(ListResourcesRequestSchema, () => list('resources', session.resources()))
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => list('resourceTemplates', session.templates()))
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => {
    return { contents: [{ uri: params.uri, mimeType: 'text/markdown', text: textOf(session.read(params.uri)) }] }
  })
  server.setRequestHandler(ListPromptsRequestSchema, () => list('prompts', session.prompts()))
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const text = textOf(session.prompt(params.name, params.arguments))
    return { messages: [{ role: 'user', content: { type: 'text', text } }] }
  })
  return server
}

/** What an error of the protocol may say: the SDK repeats what it was sent, we say what the code means. */
const said: { readonly [code: number]: string } = {
  [ErrorCode.ParseError]: 'The message is not JSON.',
  [ErrorCode.InvalidRequest]: 'The message is no request of this protocol.',
  [ErrorCode.MethodNotFound]: 'There is no such method here.',
  [ErrorCode.InvalidParams]: 'The parameters are wrong, or what they name does not exist.',
  [BUSY]: 'Too much was read; wait a minute and try again.',
}

/** Wraps a transport so that no error leaves with words that are not ours. */
export function guarded<T extends Transport>(transport: T): T {
  const send = transport.send.bind(transport)
  transport.send = (message: JSONRPCMessage, ...rest) => {
    if (!('error' in message)) return send(message, ...rest)
    const { code } = message.error
    return send({ ...message, error: { code, message: said[code] ?? 'The request failed.' } }, ...rest)
  }
  return transport
}

/** Serves standard input until it closes. */
export async function serveStdio(session: Session): Promise<void> {
  const server = makeServer(session)
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
  await server.connect(guarded(new StdioServerTransport()))
  await closed
  await server.close()
}

/** The versions of the protocol that a client may name, newest first. */
export const protocolVersions: readonly string[] = SUPPORTED_PROTOCOL_VERSIONS

/**
 * Streamable HTTP without sessions: one message in, its answer out, by a server of its own. Undefined where the message
 * asks for no answer. `message` is parsed JSON of any shape.
 */
export const exchange = (session: Session, message: unknown): Promise<object | undefined> =>
  exchangeWith(() => makeServer(session), message)

/** The same for any server of the SDK; `make` is asked once. */
export async function exchangeWith(
  make: () => Pick<Server, 'connect' | 'close'>,
  message: unknown,
): Promise<object | undefined> {
  const read = JSONRPCMessageSchema.safeParse(message)
  if (!read.success)
    return { jsonrpc: '2.0', id: null, error: { code: ErrorCode.InvalidRequest, message: said[-32600] } }
  const isRequest = 'method' in read.data && 'id' in read.data
  const server = make()
  try {
    return await new Promise<object | undefined>((resolve, reject) => {
      const transport: Transport = {
        start: async () => undefined,
        close: async () => transport.onclose?.(),
        send: async (answer) => {
          if (!('method' in answer)) resolve(answer)
        },
      }
      server.connect(guarded(transport)).then(() => {
        transport.onmessage?.(read.data)
        if (!isRequest) resolve(undefined)
      }, reject)
    })
  } finally {
    await server.close()
  }
}
