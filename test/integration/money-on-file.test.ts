// The same sequences on a file: after each death it is opened again, as a program that starts anew would.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playSequences } from '../model/sequence.ts'
import { makeFolder, openShop } from '../model/shop.ts'

const SEQUENCES = Math.floor(Number(process.env.DAOZHANG_SEQUENCES ?? 2_000) * 0.05)
const SEED = Number(process.env.DAOZHANG_SEED ?? 20_261_120) + 1

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

it(`${SEQUENCES} random sequences on a file that is opened again after each death`, async () => {
  const tally = await playSequences(() => openShop({ path: folder.newFile() }), SEQUENCES, SEED)
  process.stderr.write(`money on a file: ${JSON.stringify(tally)}, seed ${SEED}\n`)
  expect(tally.sequences).toBe(SEQUENCES)
  expect(tally.deaths).toBeGreaterThan(SEQUENCES)
}, 3_600_000)
