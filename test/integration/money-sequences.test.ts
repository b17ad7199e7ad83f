// The desk against a plain reference model, deed by deed. DAOZHANG_SEQUENCES for more, DAOZHANG_SEED for others.
import { expect, it } from 'vitest'
import { playSequences } from '../model/sequence.ts'
import { openShop } from '../model/shop.ts'

/** One in twenty of all sequences runs on a file, in the file beside this one. */
const SEQUENCES = Math.ceil(Number(process.env.DAOZHANG_SEQUENCES ?? 2_000) * 0.95)
const SEED = Number(process.env.DAOZHANG_SEED ?? 20_261_120)

it(`${SEQUENCES} random sequences end, deed by deed, where the model says`, async () => {
  const tally = await playSequences(() => openShop(), SEQUENCES, SEED)
  process.stderr.write(`money in memory: ${JSON.stringify(tally)}, seed ${SEED}\n`)
  expect(tally.sequences).toBe(SEQUENCES)
  expect(tally.deaths).toBeGreaterThan(SEQUENCES)
}, 3_600_000)
