// The process dies at every point of every deed that moves money: what is kept is before or after, and asking again ends as if nothing had been.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { difference, linesIn } from '../model/lines.ts'
import { makePlay, type Play } from '../model/play.ts'
import { type Scene, scenes } from '../model/scene.ts'
import { makeFolder, openShop } from '../model/shop.ts'

/** More than any deed has. */
const MANY = 500
/** On a file each death opens the database again, which costs; these two go through every kind of write. */
const onFile = ['a notice is delivered twice at once', 'a refund is returned']

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

/** Plays a scene with a death at `point`, and the deed again where there was one. */
async function played(
  { before, deed, once }: Scene,
  point: number,
  path?: string,
): Promise<{ play: Play; end: readonly string[] }> {
  const shop = await openShop(path === undefined ? {} : { path })
  try {
    const play = makePlay(shop)
    await before(play)
    play.life = point
    await deed(play)
    play.life = Number.POSITIVE_INFINITY
    expect(await brokenInvariants(shop.store)).toEqual([])
    if (play.deaths > 0) await deed(play)
    expect(await brokenInvariants(shop.store)).toEqual([])
    return { play, end: once ? [] : (await linesIn(shop.store)).map(nameless) }
  } finally {
    await shop.close()
  }
}

/** Orders and codes have another name in every life. */
const nameless = (line: string): string =>
  line.replace(/"o_[0-9a-z]+[0-9A-Z]{10}"/g, '"o"').replace(/"DZ[0-9A-Z]{20}"/g, '"DZ"')

async function diesEverywhere(scene: Scene, newPath: () => string | undefined): Promise<number> {
  const { end: undisturbed } = await played(scene, Number.POSITIVE_INFINITY, newPath())
  for (let point = 1; point < MANY; point++) {
    const { play, end } = await played(scene, point, newPath())
    expect({ point, difference: difference(end, undisturbed) }).toEqual({ point, difference: undefined })
    if (play.deaths === 0) return point - 1
  }
  throw new Error('a deed without an end')
}

let points = 0
afterAll(
  () => void process.stderr.write(`crashes at every point: ${points} points of ${Object.keys(scenes).length} deeds\n`),
)

describe('whatever the point at which the process dies, the next life ends as if it had not', () => {
  it.each(Object.entries(scenes))('%s', async (_, scene) => {
    const died = await diesEverywhere(scene, () => undefined)
    points += died
    expect(died).toBeGreaterThan(3)
  })

  it.each(onFile)('on a file: %s', async (name) => {
    const scene = scenes[name]
    expect(scene && (await diesEverywhere(scene, () => folder.newFile()))).toBeGreaterThan(10)
  })
})
