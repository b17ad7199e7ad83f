// Country codes and how many digits follow each: tells a foreign phone number from an amount with a plus sign.
import type { NumberRun } from './number-run.ts'

/** Least and most digits behind the code. */
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  1: [10, 10],
  7: [10, 10],
  20: [9, 10],
  27: [9, 9],
  30: [10, 10],
  31: [9, 9],
  32: [8, 9],
  33: [9, 9],
  34: [9, 9],
  36: [8, 9],
  39: [8, 11],
  40: [9, 9],
  41: [9, 9],
  43: [7, 12],
  44: [9, 10],
  45: [8, 8],
  46: [7, 10],
  47: [8, 8],
  48: [9, 9],
  49: [7, 11],
  51: [8, 9],
  52: [10, 11],
  54: [10, 11],
  55: [10, 11],
  56: [9, 9],
  57: [8, 10],
  60: [8, 10],
  61: [9, 9],
  62: [8, 12],
  63: [8, 10],
  64: [8, 10],
  65: [8, 8],
  66: [8, 9],
  81: [9, 10],
  82: [8, 10],
  84: [9, 10],
  86: [9, 11],
  90: [10, 10],
  91: [10, 10],
  92: [9, 10],
  94: [9, 9],
  95: [7, 10],
  98: [10, 10],
  852: [8, 8],
  853: [8, 8],
  855: [8, 9],
  856: [8, 10],
  880: [8, 10],
  886: [8, 9],
}
/** Three-digit codes begin with these two digits. */
const THREE = new Set([21, 22, 23, 24, 25, 26, 29, 35, 37, 38, 42, 50, 59, 67, 68, 69, 80, 85, 87, 88, 96, 97, 99])

/** The run, said to begin with a country code, has the length of a number there. */
export function dialCode(run: NumberRun): boolean {
  const one = run.digit(0)
  const two = one * 10 + run.digit(1)
  const three = two * 10 + run.digit(2)
  const code = one === 1 || one === 7 ? one : THREE.has(two) ? three : two
  const used = String(code).length
  const first = run.digit(used)
  // A number behind a country code does not begin with 0 (Italy's do), and an American one with 2 to 9.
  if ((first === 0 && code !== 39 && code !== 44 && code !== 86) || (code === 1 && first === 1)) return false
  const [least, most] = LENGTHS[code] ?? (THREE.has(two) ? [7, 10] : [0, -1])
  const rest = run.length - used
  return least <= rest && rest <= most + (first === 0 ? 1 : 0)
}
