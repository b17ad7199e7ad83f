// What a template of a screen is, and how one screen is made of it: look, values and size by the seed.
import type { Chance } from './chance.ts'
import { fonts, type Screen, themes } from './page.ts'
import { type Values, valuesOf } from './values.ts'

export type Made = Pick<Screen, 'kind' | 'language' | 'html'> & {
  readonly codes?: Screen['codes']
  readonly wide?: boolean
}
export type Look = { readonly theme: (typeof themes)[number]; readonly font: string; readonly size: number }
export type Template = (v: Values, chance: Chance, look: Look) => Made

const PHONES = [
  { width: 360, ratio: 1 },
  { width: 360, ratio: 2 },
  { width: 360, ratio: 3 },
  { width: 375, ratio: 2 },
  { width: 412, ratio: 2.625 },
  { width: 480, ratio: 3 },
] as const
const DESKTOPS = [
  { width: 1024, ratio: 1 },
  { width: 1280, ratio: 1 },
  { width: 1440, ratio: 1 },
] as const

/** A screen of the template with values, theme, font and size by the seed. */
export function makeScreen(template: Template, chance: Chance): Screen {
  const look: Look = {
    theme: chance.pick(themes),
    font: chance.pick(fonts),
    size: chance.pick([13, 14, 15, 16, 17, 19]),
  }
  const made = template(valuesOf(chance), chance, look)
  return { codes: [], ...made, ...chance.pick<{ width: number; ratio: number }>(made.wide ? DESKTOPS : PHONES) }
}
