// The geometry of a line of text: the smallest rectangle around a blob of points, upright or slightly turned.

export type Point = { readonly x: number; readonly y: number }

/** A rectangle by its centre, its size along and across its direction, and the direction (radians, −π/4 to π/4). */
export type Slant = { readonly centre: Point; readonly length: number; readonly height: number; readonly angle: number }

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)

/** The convex hull, counter-clockwise. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (from: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of from) {
      while (chain.length >= 2) {
        const [a, b] = chain.slice(-2)
        if (a && b && cross(a, b, point) <= 0) chain.pop()
        else break
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  if (sorted.length < 3) return sorted
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** The size of the hull along and across `angle`. */
function extent(hull: readonly Point[], angle: number): Slant {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of hull) {
    const u = x * cos + y * sin
    const v = y * cos - x * sin
    minU = Math.min(minU, u)
    maxU = Math.max(maxU, u)
    minV = Math.min(minV, v)
    maxV = Math.max(maxV, v)
  }
  const u = (minU + maxU) / 2
  const v = (minV + maxV) / 2
  return { centre: { x: u * cos - v * sin, y: u * sin + v * cos }, length: maxU - minU, height: maxV - minV, angle }
}

/** The smallest rectangle around the hull whose direction is within 45° of level. */
export function slantOf(hull: readonly Point[]): Slant {
  let best = extent(hull, 0)
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i]
    const b = hull[(i + 1) % hull.length]
    if (!a || !b) continue
    let angle = Math.atan2(b.y - a.y, b.x - a.x)
    while (angle > Math.PI / 4) angle -= Math.PI / 2
    while (angle <= -Math.PI / 4) angle += Math.PI / 2
    const here = extent(hull, angle)
    // A short line looks turned by the staircase of its edge alone: a level one must lose clearly.
    if (here.length * here.height < best.length * best.height * (best.angle === 0 ? 0.93 : 1)) best = here
  }
  return best
}
