// Tries claims against the core beside it and prints a line each. node probe.ts [CLAIM...]; 0: all kept, 3: one was broken.
import { isDeepStrictEqual } from 'node:util'
import { openShop } from '../shop.ts'
import { claims } from './claim.ts'

const wanted = process.argv.slice(2)
let broken = false
for (const [claim, holds] of Object.entries(claims)) {
  if (wanted.length > 0 && !wanted.includes(claim)) continue
  const shop = await openShop()
  const { saw, due } = await holds(shop)
  await shop.close()
  const kept = isDeepStrictEqual(JSON.parse(JSON.stringify(saw)), JSON.parse(JSON.stringify(due)))
  broken ||= !kept
  process.stdout.write(`${JSON.stringify({ claim, kept, saw, due })}\n`)
}
process.exitCode = broken ? 3 : 0
