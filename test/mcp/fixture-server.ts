// What the conformance suite asks to be there, mounted on our own HTTP stack in place of our tools; for the suite only.
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'

/** One red pixel, and a silent sound. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA='
const image = { type: 'image', data: PNG, mimeType: 'image/png' } as const
const embedded = (uri: string, mimeType: string, text: string) =>
  ({ type: 'resource', resource: { uri, mimeType, text } }) as const
const text = (words: string) => ({ type: 'text', text: words }) as const

type Result = { readonly content: readonly object[]; readonly isError?: boolean }
const toolResults: { readonly [name: string]: Result } = {
  test_simple_text: { content: [text('This is a simple text response for testing.')] },
  test_image_content: { content: [image] },
  test_audio_content: { content: [{ type: 'audio', data: WAV, mimeType: 'audio/wav' }] },
  test_embedded_resource: {
    content: [embedded('test://embedded-resource', 'text/plain', 'This is an embedded resource content.')],
  },
  test_multiple_content_types: {
    content: [
      text('Multiple content types test:'),
      image,
      embedded('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  },
  test_error_handling: { content: [text('This tool intentionally returns an error for testing')], isError: true },
  json_schema_2020_12_tool: { content: [text('kept')] },
}
/** As text: one of its words is `then`, which in an object of ours would look like a promise. */
const schema2020 = JSON.parse(`{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "$defs": {
    "address": {
      "$anchor": "addressDef",
      "type": "object",
      "properties": { "street": { "type": "string" }, "city": { "type": "string" } }
    }
  },
  "properties": {
    "name": { "type": "string" },
    "address": { "$ref": "#/$defs/address" },
    "contactMethod": { "type": "string", "enum": ["phone", "email"] },
    "phone": { "type": "string" },
    "email": { "type": "string" }
  },
  "allOf": [{ "anyOf": [{ "required": ["phone"] }, { "required": ["email"] }] }],
  "if": { "properties": { "contactMethod": { "const": "phone" } }, "required": ["contactMethod"] },
  "then": { "required": ["phone"] },
  "else": { "required": ["email"] },
  "additionalProperties": false
}`) as object

const user = (content: object) => ({ role: 'user', content })
const promptArguments: { readonly [name: string]: readonly string[] } = {
  test_simple_prompt: [],
  test_prompt_with_arguments: ['arg1', 'arg2'],
  test_prompt_with_embedded_resource: ['resourceUri'],
  test_prompt_with_image: [],
}
const prompts: { readonly [name: string]: (given: Record<string, string>) => readonly object[] } = {
  test_simple_prompt: () => [user(text('This is a simple prompt for testing.'))],
  test_prompt_with_arguments: ({ arg1, arg2 }) => [user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))],
  test_prompt_with_embedded_resource: ({ resourceUri }) => [
    user(embedded(resourceUri ?? '', 'text/plain', 'Embedded resource content for testing.')),
    user(text('Please process the embedded resource above.')),
  ],
  test_prompt_with_image: () => [user(image), user(text('Please analyze the image above.'))],
}

function contentOf(uri: string): object {
  if (uri === 'test://static-binary') return { uri, mimeType: 'image/png', blob: PNG }
  const id = /^test:\/\/template\/(\w+)\/data$/.exec(uri)?.[1]
  if (id !== undefined) {
    const data = { id, templateTest: true, data: `Data for ID: ${id}` }
    return { uri, mimeType: 'application/json', text: JSON.stringify(data) }
  }
  return { uri, mimeType: 'text/plain', text: 'This is the content of the static text resource.' }
}

const listed = <K extends string>(key: K, rows: readonly object[]) =>
  ({ [key]: rows }) as unknown as { [P in K]: never[] }

/** A server of fixtures for one exchange. */
export function makeFixtureServer(): Server {
  const server = new Server(
    { name: 'fixtures', version: '1.0.0' },
    { capabilities: { tools: {}, resources: { subscribe: true }, prompts: {}, completions: {} } },
  )
  server.setRequestHandler(ListToolsRequestSchema, () =>
    listed(
      'tools',
      Object.keys(toolResults).map((name) => ({
        name,
        description: `Fixture ${name}.`,
        inputSchema: name === 'json_schema_2020_12_tool' ? schema2020 : { type: 'object', properties: {} },
      })),
    ),
  )
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => (toolResults[params.name] ?? {}) as never)
  server.setRequestHandler(ListResourcesRequestSchema, () =>
    listed(
      'resources',
      ['static-text', 'static-binary', 'watched-resource'].map((name) => ({ uri: `test://${name}`, name })),
    ),
  )
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () =>
    listed('resourceTemplates', [{ uriTemplate: 'test://template/{id}/data', name: 'template' }]),
  )
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => ({ contents: [contentOf(params.uri) as never] }))
  server.setRequestHandler(SubscribeRequestSchema, () => ({}))
  server.setRequestHandler(UnsubscribeRequestSchema, () => ({}))
  server.setRequestHandler(CompleteRequestSchema, () => ({ completion: { values: [], total: 0, hasMore: false } }))
  server.setRequestHandler(ListPromptsRequestSchema, () =>
    listed(
      'prompts',
      Object.entries(promptArguments).map(([name, names]) => ({
        name,
        description: `Fixture ${name}.`,
        arguments: names.map((one) => ({ name: one, required: true })),
      })),
    ),
  )
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => ({
    messages: (prompts[params.name]?.(params.arguments ?? {}) ?? []) as never[],
  }))
  return server
}
