// The rehearsal in short: the real bot and four fake providers over HTTP, killed again and again. DAOZHANG_REHEARSE=1000 for the long form.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { faultsOf, planFor } from '../rehearsal/plan.ts'
import { rehearse } from '../rehearsal/rehearse.ts'

const ORDERS = Number(process.env.DAOZHANG_REHEARSE ?? 60)
const scratch = mkdtempSync(join(tmpdir(), 'daozhang-rehearsal-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

it(`of ${ORDERS} orders every paid fen ends in one place, and every user was told the truth`, {
  timeout: 3_600_000,
}, async () => {
  const progress = ORDERS > 100 ? (line: string) => void process.stderr.write(`${line}\n`) : undefined
  const done = await rehearse({ ...planFor(ORDERS), folder: join(scratch, 'run'), ...(progress ? { progress } : {}) })
  const { fen, payments, kills, outages, plots, notices, statesOfOrders, told, seconds } = done
  const figures = {
    orders: done.orders,
    fen,
    payments,
    kills,
    outages,
    plots,
    notices,
    statesOfOrders,
    told,
    seconds,
  }
  process.stderr.write(`rehearsal: ${JSON.stringify(figures)}\n`)
  expect(faultsOf(done)).toEqual([])
  expect(payments.credited).toBeGreaterThan(ORDERS / 4)
  expect(kills).toBeGreaterThanOrEqual(5)
  expect(notices.forged).toBeGreaterThan(0)
})
