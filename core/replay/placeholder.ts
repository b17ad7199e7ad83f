// {c1}, {c1:lower}, {o1:typo}, {unknown:1}: what stands in a case file for codes and numbers that are only made in the run.
import { newCode, showCode } from '../kit/code-text.ts'
import { CROCKFORD, countedIds } from '../kit/ids.ts'
import type { World } from './world.ts'

const fullwidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** Another character of the alphabet in the middle: the check character no longer holds. */
function typo(text: string): string {
  const index = Math.floor(text.length / 2)
  const at = text[index] === '-' ? index + 1 : index
  const next = CROCKFORD[(CROCKFORD.indexOf(text[at] ?? '0') + 1) % CROCKFORD.length]
  return text.slice(0, at) + next + text.slice(at + 1)
}

const variants: { readonly [name: string]: (text: string) => string } = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  typo,
  spaced: (text) => text.replaceAll('-', ' '),
  plain: (text) => text.replaceAll('-', ''),
  fullwidth,
}

/** A well-formed code with a right check character that was never issued; the same number gives the same code. */
const unknownCode = (seed: string): string =>
  showCode(newCode(countedIds(7_919 + Number(seed.replace(/\D/g, '') || 0))))

/** Fills every placeholder of `text`; what names no code and looks like no order label stays as it is. */
export function fillPlaceholders(world: World, text: string): string {
  return text.replace(/\{([^{}:]+)(?::([^{}:]*))?\}/g, (whole, label: string, variant: string | undefined) => {
    if (label === 'unknown') return unknownCode(variant ?? '')
    const value = world.codes.get(label)?.text ?? (world.orders.get(label) ? world.numberOf(label) : undefined)
    if (value === undefined) return /^o\d+$/.test(label) ? apply(world.numberOf(label), variant, whole) : whole
    return apply(value, variant, whole)
  })
}

const apply = (value: string, variant: string | undefined, whole: string): string =>
  variant === undefined ? value : (variants[variant]?.(value) ?? whole)
