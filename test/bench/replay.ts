// Sixty case files replayed in one process, beside as many databases that are only opened, given their tables and closed.
import { readdirSync, readFileSync } from 'node:fs'
import { randomIds } from '../../core/kit/ids.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { readCase } from '../../core/replay/case-file.ts'
import { replay } from '../../core/replay/replay.ts'
import { openStore } from '../../core/store/open.ts'
import { type Bench, median, timed } from './figure.ts'

const FILES = 60
const folder = new URL('../../data/cases/', import.meta.url)

/** Spread over all folders and findings, always the same. */
function someFiles(): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
  return all.filter((_, index) => index % Math.floor(all.length / FILES) === 0).slice(0, FILES)
}

async function replayAll(files: readonly string[]): Promise<void> {
  for (const path of files) {
    const file = readCase(readFileSync(new URL(path, folder), 'utf8'))
    invariant(file.ok, 'a shipped case cannot be read')
    const line = await replay(file.value, path)
    invariant(line.invariants === 'ok', 'a shipped case breaks an invariant')
  }
}

async function openAll(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const store = openStore({ path: ':memory:' }, randomIds)
    await store.migrate()
    await store.close()
  }
}

export const bench: Bench = async function* ({ quick }) {
  const files = someFiles()
  const first = await timed(() => replayAll(files))
  const bare = await timed(() => openAll(files.length))
  yield {
    metric: `${files.length} files, first time in a process`,
    value: first / 1_000,
    unit: 's',
    baseline: bare / 1_000,
  }
  if (quick) return
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < 7; round++) {
    ours.push(await timed(() => replayAll(files)))
    theirs.push(await timed(() => openAll(files.length)))
  }
  yield {
    metric: `${files.length} files, warm`,
    value: median(ours) / 1_000,
    unit: 's',
    baseline: median(theirs) / 1_000,
  }
}
