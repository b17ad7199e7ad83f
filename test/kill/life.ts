// One life of the victim: started, watched, killed, and everything that it said until then.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Moment, momentOfDeath } from './death.ts'
import type { Deed, Outcome } from './deed.ts'
import { filesIn } from './shop.ts'

export type Told = { readonly deed: Deed; readonly outcome?: Outcome }
/** How a life ends: at a statement inside a write, by its own hand, or this long after it began to work, by ours. */
export type End = { readonly atStatement: number } | { readonly afterMs: number }
export type Life = { readonly told: readonly Told[]; readonly died: Moment }

const VICTIM = fileURLToPath(new URL('./victim.ts', import.meta.url))
/** Nobody lives longer: a statement that never comes, or a victim that stands still. */
const LONGEST_MS = 10_000

type Line =
  | { readonly ready: true }
  | { readonly id: number; readonly deed: Deed }
  | { readonly id: number; readonly outcome: Outcome }

export async function liveAndDie(folder: string, number: number, end: End): Promise<Life> {
  const fatal = 'atStatement' in end ? end.atStatement : 0
  const victim = spawn(process.execPath, [VICTIM, folder, String(number), String(fatal)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Half of a start is compiling; the file that it works on is what has to be fresh.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
  })
  const died = once(victim, 'close')
  let complaint = ''
  victim.stderr.on('data', (piece: Buffer) => {
    complaint += piece.toString()
  })
  const kill = (): void => void victim.kill('SIGKILL')
  let timer = setTimeout(kill, LONGEST_MS)
  const told = new Map<number, Told>()
  for await (const text of createInterface({ input: victim.stdout })) {
    const line = JSON.parse(text) as Line
    if ('ready' in line) {
      clearTimeout(timer)
      timer = setTimeout(kill, 'afterMs' in end ? end.afterMs : LONGEST_MS)
    } else if ('deed' in line) told.set(line.id, { deed: line.deed })
    else {
      const begun = told.get(line.id)
      if (begun) told.set(line.id, { ...begun, outcome: line.outcome })
    }
  }
  const [, signal] = await died
  clearTimeout(timer)
  if (signal !== 'SIGKILL') throw new Error(`the victim ended by itself: ${complaint}`)
  return { told: [...told.values()], died: momentOfDeath(filesIn(folder).mark) }
}
