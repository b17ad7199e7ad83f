// `npm run rehearse`: the real bot against fake providers on loopback. DAOZHANG_REHEARSE=1000 for the long form.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsOf, planFor } from './plan.ts'
import { rehearse } from './rehearse.ts'

const scratch = mkdtempSync(join(tmpdir(), 'daozhang-rehearsal-'))
const live = process.stderr.isTTY === true
const progress = (line: string): void => void process.stderr.write(live ? `\r\x1b[K${line}` : `${line}\n`)
try {
  const orders = Number(process.env.DAOZHANG_REHEARSE ?? 60)
  const done = await rehearse({ ...planFor(orders), folder: join(scratch, 'run'), progress })
  if (live) process.stderr.write('\n')
  process.stdout.write(`${JSON.stringify(done)}\n`)
  const faults = faultsOf(done)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
