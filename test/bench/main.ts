// `npm run bench [-- NAME...] [--quick]`: prints one JSON line a figure. Each bench runs in a process of its own, so that its memory is its own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Bench, line, memory } from './figure.ts'

const benches: { readonly [name: string]: () => Promise<{ readonly bench: Bench }> } = {
  credits: () => import('./credits.ts'),
  diagnosis: () => import('./diagnosis.ts'),
  triage: () => import('./triage.ts'),
  replay: () => import('./replay.ts'),
  notices: () => import('./notices.ts'),
  mcp: () => import('./mcp.ts'),
  redact: () => import('./redact.ts'),
  'redact:image': () => import('./redact-image.ts'),
  telegram: () => import('./telegram.ts'),
  discord: () => import('./discord.ts'),
  'telegram-memory': () => import('./telegram-memory.ts'),
}

async function run(name: string, quick: boolean): Promise<void> {
  const load = benches[name]
  if (!load) return
  const { bench } = await load()
  for await (const figure of bench({ quick })) process.stdout.write(`${line(name, figure)}\n`)
  for (const figure of memory()) process.stdout.write(`${line(name, figure)}\n`)
}

const asked = process.argv.slice(2)
const quick = asked.includes('--quick')
const names = asked.filter((word) => word !== '--quick')
const unknown = names.find((name) => !Object.hasOwn(benches, name))
if (unknown !== undefined) {
  process.stderr.write(
    `bench: there is no "${unknown.slice(0, 40)}"; name any of ${Object.keys(benches).join(', ')}, or none for all; --quick is a short look\n`,
  )
  process.exitCode = 2
} else if (names.length === 1) {
  await run(names[0] ?? '', quick)
} else {
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const words = [fileURLToPath(import.meta.url), name, ...(quick ? ['--quick'] : [])]
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
    if (status !== 0) {
      process.exitCode = 1
      break
    }
  }
}
