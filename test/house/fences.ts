// The fences: packages and powers that belong to one place, with the reason for every exception.
import { type HouseRule, sample } from './rule.ts'
import { codeOf, importsOf, isProduct, isTypeScript, type SourceFile } from './source.ts'

type Fence = {
  readonly name: string
  /** What the file does that only some may do; undefined where it does not. */
  readonly finds: (file: SourceFile) => string | undefined
  /** A path, or the beginning of one that ends in `/`, and why it stands here. */
  readonly inside: { readonly [place: string]: string }
  /** Code that crosses the fence. */
  readonly crossing: readonly string[]
}

const packages =
  (...names: readonly RegExp[]) =>
  (file: SourceFile): string | undefined =>
    importsOf(file).find((from) => names.some((name) => name.test(from)))
const words =
  (pattern: RegExp, of: (file: SourceFile) => boolean = isTypeScript) =>
  (file: SourceFile): string | undefined =>
    of(file) ? pattern.exec(codeOf(file))?.[0].trim().replace(/\s+/g, ' ') : undefined

const samples = { 'test/house/': 'the samples of these rules', 'test/house.test.ts': 'the samples of these rules' }
const ownData = 'reads a file of ours that ships with the program, checked before it is shown'

const fences: readonly Fence[] = [
  {
    name: 'the query builder and the database drivers are known to the store only',
    finds: packages(/^kysely(\/|$)/, /^better-sqlite3(\/|$)/, /^pg(\/|$)/, /^node:sqlite$/),
    inside: { 'core/store/': 'its home', 'test/': 'tests look at the file from outside; the benchmark has a baseline' },
    crossing: [
      `import { sql } from 'kysely'`,
      `import { Migrator } from 'kysely/migration'`,
      `import x from 'better-sqlite3'`,
    ],
  },
  {
    name: 'the log is an exit for text: pino stands in one file',
    finds: packages(/^pino(\/|-|$)/),
    inside: { 'core/redaction/log.ts': 'its home', ...samples },
    crossing: [`import pino from 'pino'`, `const pretty = await import('pino-pretty')`],
  },
  {
    name: 'grammY is known to the Telegram platform only',
    finds: packages(/^grammy(\/|$)/, /^@grammyjs\//),
    inside: {
      'bot/telegram/': 'its home',
      'test/fakes/telegram/': 'the real client proves the fake server',
      'test/bench/telegram-echo.ts': 'the baseline of the benchmark',
      ...samples,
    },
    crossing: [`import { Bot } from 'grammy'`, `import { run } from '@grammyjs/runner'`],
  },
  {
    name: 'discord.js is known to the Discord platform only',
    finds: packages(/^discord(\.js|-api-types)(\/|$)/, /^@discordjs\//),
    inside: {
      'bot/discord/': 'its home',
      'test/fakes/discord/': 'the real client proves the fake server',
      ...samples,
    },
    crossing: [`import { Client } from 'discord.js'`, `import { REST } from '@discordjs/rest'`],
  },
  {
    name: 'the WebSocket server is known to the fake of Discord only',
    finds: packages(/^ws(\/|$)/),
    inside: { 'test/fakes/discord/': 'the gateway of the fake', ...samples },
    crossing: [`import { WebSocketServer } from 'ws'`],
  },
  {
    name: 'the MCP SDK is known to the server and its start only',
    finds: packages(/^@modelcontextprotocol\//),
    inside: {
      'mcp-server/server.ts': 'its home',
      'mcp-server/main.ts': 'starts a transport of the SDK',
      'test/': 'a client of the server',
    },
    crossing: [`import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'`],
  },
  {
    name: 'pictures are opened by the readers only',
    finds: packages(/^sharp(\/|$)/, /zxing/, /tesseract/, /paddle/, /onnxruntime/, /^jsqr$/i, /^uqr$/),
    inside: { 'core/readers/': 'its home', 'test/': 'tests paint pictures' },
    crossing: [`import sharp from 'sharp'`, `import { readBarcodes } from 'zxing-wasm/reader'`],
  },
  {
    name: 'the environment is read once, by the config files',
    finds: words(/\bprocess\s*\.\s*env\b|\benv\b[^'"\n]*\bfrom 'node:process'|\bprocess\[/),
    inside: {
      'bot/config.ts': 'its home',
      'mcp-server/config.ts': 'its home',
      'test/': 'a test starts programs with an environment of its own, and takes its size from a setting',
    },
    crossing: [
      `const url = process.env.DATABASE_URL`,
      `import { env } from 'node:process'`,
      `const x = process['env']`,
    ],
  },
  {
    name: 'time is handed in: the wall clock stands in the kit',
    finds: words(
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bhrtime\b|\bnew Date\b(?!\s*\()/,
      isProduct,
    ),
    inside: { 'core/kit/clock.ts': 'its home' },
    crossing: [
      'const at = Date.now()',
      'const at = new Date()',
      'const at = performance.now()',
      'const now = Date.now',
    ],
  },
  {
    name: 'waiting is handed in: timers stand in the kit',
    finds: words(
      /\bset(Timeout|Interval|Immediate)\b|\bAbortSignal\.timeout\b|'(node:)?timers(\/promises)?'/,
      isProduct,
    ),
    inside: { 'core/kit/clock.ts': 'its home' },
    crossing: [
      'setTimeout(stop, 100)',
      'const signal = AbortSignal.timeout(3)',
      `import { setTimeout } from 'node:timers/promises'`,
    ],
  },
  {
    name: 'chance is handed in: it stands in the kit',
    finds: words(
      /\bMath\.random\b|\brandom(Bytes|Int|UUID|Fill(Sync)?)\b|\bgetRandomValues\b|\bgenerateKey/,
      isProduct,
    ),
    inside: {
      'core/kit/ids.ts': 'its home',
      'core/redaction/keyring.ts': 'a secret must not be predictable, even where a test counts its ids',
      'core/redaction/sealed.ts': 'a nonce must never repeat under a key, even where a test counts its ids',
    },
    crossing: ['const x = Math.random()', `import { randomUUID } from 'node:crypto'`, 'crypto.getRandomValues(bytes)'],
  },
  {
    name: 'foreign text is opened by the redactor only',
    finds: words(/\bRaw\s*\.\s*open\b|\{[^{}]*\bopen\b[^{}]*\}\s*=\s*Raw\b|\bRaw\s*\[/),
    inside: { 'core/redaction/': 'its home', ...samples },
    crossing: ['send(Raw.open(text))', 'const { open } = Raw', `Raw['open'](text)`],
  },
  {
    name: 'only the redactor, readers of our own data and a closed list of others declare a text safe',
    finds: words(
      /\b(?:im|ex)port \{[^}]*\b(?:mint|stored)\b[^}]*\} from '[^']*\bredacted\.ts'|\* (?:as \w+ )?from '[^']*\bredacted\.ts'|\bas (?:unknown as |never as )?Redacted\b/,
      isProduct,
    ),
    inside: {
      'core/redaction/': 'its home',
      'core/store/': 'reads columns back that hold redacted text only',
      'core/diagnosis/texts.ts': ownData,
      'core/diagnosis/words.ts': 'amounts, times and names of the policy, computed by us',
      'core/conversation/template.ts': ownData,
      'core/conversation/fact.ts': 'facts of the policy, computed by us',
      'core/desk/chat/act.ts': 'names of the policy, the tail of a code',
      'core/desk/bill/': 'the name of a plan of the policy',
      'core/desk/card/card.ts': 'labels, flows, steps and outcomes: words of ours, for staff',
      'core/desk/card/buttons.ts': 'labels of ours',
      'core/desk/card/records.ts': 'ends and fingerprints of codes, the first letter of a name',
      'core/desk/card/show.ts': 'labels, times and statuses: words of ours; a shorter piece of a redacted text',
      'core/desk/card/words.ts': 'words of data/texts/card.yaml and names of a closed list',
      'core/desk/wallet/code-word.ts': 'the end and the fingerprint of a code, and words of ours',
      'core/desk/chat/conversations.ts': 'reads the state of a conversation back, which holds redacted text only',
      'core/desk/digest/words.ts': 'titles of flows, names of steps and platforms, figures',
      'core/desk/transcript/': 'words of our own rows: commands, personas of the settings, kinds of messages',
      'core/desk/staff/line.ts': 'labels, times and names of colleagues',
      'core/desk/outbox/': 'parts of redacted texts, numbers of rows and short codes of ours',
      'core/desk/payment/money-ticket.ts': 'names of channels, the end of a transaction number, reasons of ours',
      'core/desk/payment/notice-watch.ts': 'names of channels, figures, reasons of a closed list',
      'core/desk/refund/payback.ts':
        'names of channels, the end of a transaction number, request numbers and ids of ours',
      'core/desk/chat/rating.ts': 'the number of a ticket',
      'core/desk/staff/tickets.ts': 'states of a ticket and keys of colleagues, for the audit',
      'core/desk/chat/hand-off.ts': 'puts the number of a ticket into a sentence of ours',
      'core/desk/lookups/look-up.ts': 'names of the policy and sentences of ours',
      'core/desk/wallet/pages.ts': 'names of the policy and sentences of ours',
      'core/desk/chat/relay.ts': 'the kind of a message: a word of ours',
      'core/desk/staff/room.ts': 'the argument of a button of ours, and the beginning of a word of the desk',
      'core/desk/staff/':
        'keys of colleagues, names of the policy, verbs and states: words of ours; pieces of redacted texts',
      'core/desk/staff/work.ts': 'the name under which a colleague answers, from the settings',
      'core/desk/wallet/words.ts': 'names of the policy and of statuses; a model only if it has the form of one',
    },
    crossing: [
      `import { mask, mint } from '../redaction/redacted.ts'`,
      `import {\n  mint as ok,\n} from '../redaction/redacted.ts'`,
      `import { stored } from '../redaction/redacted.ts'`,
      `export * from '../redaction/redacted.ts'`,
      `import * as all from '../redaction/redacted.ts'`,
      'send(text as Redacted)',
    ],
  },
  {
    name: 'standard output belongs to the commands: nothing prints on the side',
    finds: words(/\bconsole\s*(\.|\[)/),
    inside: samples,
    crossing: [`console.log('here')`, `console['error'](x)`],
  },
  {
    name: 'nothing gets around the compiler, the linter or a test',
    finds: ({ path, text }) =>
      path.endsWith('.ts')
        ? /@ts-(ignore|nocheck)|biome-ignore|\b(vi\.mock|(it|test|describe)\.(skip|only|todo|fails))\b|\b(TODO|FIXME)\b/.exec(
            text,
          )?.[0]
        : undefined,
    inside: samples,
    crossing: ['// @ts-ignore', '// biome-ignore lint: x', `it.skip('later')`, '// TODO: later', `vi.mock('./x.ts')`],
  },
]

const within = (path: string, places: Fence['inside']): boolean =>
  Object.keys(places).some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))

const ruleOf = ({ name, finds, inside, crossing }: Fence): HouseRule => ({
  name,
  faults: (files) =>
    files.flatMap((file) => {
      const found = within(file.path, inside) ? undefined : finds(file)
      return found === undefined ? [] : [`${file.path}: ${found}`]
    }),
  refuses: crossing.map((code) => sample('core/domain/order.ts', code)),
  allows: [
    sample(
      'core/domain/order.ts',
      `// Date.now, kysely, Raw.open and console.log are only spoken of here.\nexport const x = new Date(at)`,
    ),
    ...Object.keys(inside).map((place) => sample(place.endsWith('/') ? `${place}x.ts` : place, crossing.join('\n'))),
  ],
})

export const fenceRules: readonly HouseRule[] = fences.map(ruleOf)

/** Exceptions that nobody needs any more: a fence is only as good as its shortest list. */
export const idleExceptions = (files: readonly SourceFile[]): readonly string[] =>
  fences.flatMap(({ name, finds, inside }) =>
    Object.keys(inside)
      .filter((place) => place.startsWith('core/') && !place.endsWith('/'))
      .filter((place) => !files.some((file) => file.path === place && finds(file) !== undefined))
      .map((place) => `${place}: needs no exception from "${name}"`),
  )
