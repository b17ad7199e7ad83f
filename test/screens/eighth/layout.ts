// The pages of this half: its style sheet, faces by region, and shapes in which labels and values stand.
import type { Chance } from '../chance.ts'
import type { Look, Made, Template } from '../template.ts'
import { type Person, personOf } from './persons.ts'
import { type References, referencesOf } from './references.ts'

export type Act = {
  readonly c: Chance
  readonly look: Look
  readonly p: Person
  readonly q: Person
  readonly r: References
}
export type Play = (act: Act) => Made
export type Pair = readonly [label: string, value: string]

export const templateOf =
  (play: Play): Template =>
  (_, c, look) => {
    const p = personOf(c)
    let q = personOf(c)
    // Nobody sends money to themselves.
    while (q.west === p.west || q.chinese === p.chinese || q.island === p.island || q.harbour === p.harbour)
      q = personOf(c)
    return play({ c, look, p, q, r: referencesOf(c) })
  }

/** Another person, and other references than those of the page. */
export const stranger = (c: Chance): { readonly p: Person; readonly r: References } => ({
  p: personOf(c),
  r: referencesOf(c),
})
export const times = <T>(count: number, one: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => one(index))

const REGIONS = {
  cn: [
    `'Noto Sans CJK SC'`,
    `'WenQuanYi Micro Hei'`,
    `Roboto,'Noto Sans CJK SC'`,
    `'Liberation Sans','WenQuanYi Zen Hei'`,
  ],
  tw: [`'Noto Sans CJK TC'`, `'Open Sans','Noto Sans CJK TC'`, `'Noto Sans CJK HK'`],
  en: [`'Open Sans'`, `Roboto`, `Lato`, `'Liberation Sans'`, `'DejaVu Sans'`, `'Noto Sans CJK SC'`],
} as const

export function page({ c, look: { theme, size } }: Act, region: keyof typeof REGIONS, body: string, css = ''): string {
  const gap = c.pick([8, 11, 14])
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0;padding:0}
body{background:${theme.paper};color:${theme.ink};font:${size}px/${c.pick([1.45, 1.6])} ${c.pick(REGIONS[region])},'Noto Sans CJK SC',sans-serif;overflow-wrap:anywhere;padding-bottom:${gap}px}
.dim{color:${theme.pale}}.hue{color:${theme.accent}}.tiny{font-size:.85em}.huge{font-size:${c.pick([1.8, 2.2, 2.6])}em;font-weight:${c.pick([400, 600])}}
.pad{padding:${gap}px ${gap + 4}px}.slab{background:${theme.card};margin:${gap}px;padding:${gap + 2}px;border-radius:${c.pick([0, 6, 14])}px}
.wide{background:${theme.card};margin-bottom:${gap}px;padding:${gap}px ${gap + 4}px}.two{display:flex;justify-content:space-between;gap:10px}
.mid{text-align:center}.knob{display:inline-block;background:${theme.accent};color:#fff;border-radius:${c.pick([3, 20])}px;padding:.4em 1.1em}
.chip{background:${theme.accent}22;color:${theme.accent};border-radius:3px;padding:1px .5em;font-size:.88em}.mono{font-family:'JetBrains Mono','Liberation Mono','Noto Sans Mono CJK SC',monospace}
.well{background:#8881;border:1px solid #8885;border-radius:5px;padding:7px 10px}hr{border:0;border-top:1px solid #8883;margin:${gap}px 0}
table{border-collapse:collapse;width:100%}td,th{font-weight:400;text-align:left;padding:${c.pick([6, 9])}px;vertical-align:${c.pick(['top', 'middle'])}}h2,h3{font-weight:600}${css}</style><body>${body}</body>`
}

const all = (pairs: readonly Pair[], one: (label: string, value: string) => string): string =>
  pairs.map(([label, value]) => one(label, value)).join('')

/** Label left in grey, value pushed to the right edge and wrapped there. */
export const apart = (pairs: readonly Pair[], room = 7): string =>
  all(
    pairs,
    (label, value) =>
      `<div class="two" style="padding:${room}px 0"><span class="dim" style="flex:none">${label}</span><span style="max-width:68%;text-align:right">${value}</span></div>`,
  )
/** Labels of one width, values beginning in one line. */
export const beside = (pairs: readonly Pair[], width = 5): string =>
  all(
    pairs,
    (label, value) =>
      `<div style="display:flex;gap:12px;padding:5px 0"><span class="dim" style="flex:none;width:${width}em">${label}</span><span style="flex:1">${value}</span></div>`,
  )
/** Labels aligned to the right, as old forms have them. */
export const formal = (pairs: readonly Pair[], width = 9): string =>
  all(
    pairs,
    (label, value) =>
      `<div style="display:flex;gap:10px;padding:6px 0"><span style="flex:none;width:${width}em;text-align:right">${label}:</span><b style="font-weight:500">${value}</b></div>`,
  )
/** Small label over its value, with a rule below. */
export const stacked = (pairs: readonly Pair[]): string =>
  all(
    pairs,
    (label, value) =>
      `<div style="padding:8px 0;border-bottom:1px solid #8883"><div class="dim tiny">${label}</div><div>${value}</div></div>`,
  )
/** The value large, its label small below. */
export const footed = (pairs: readonly Pair[], across = 2): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},minmax(0,1fr));gap:12px">${all(pairs, (label, value) => `<div><div>${value}</div><div class="dim tiny">${label}</div></div>`)}</div>`
/** Everything in running lines with a sign between. */
export const running = (pairs: readonly Pair[], sign = '：'): string =>
  all(pairs, (label, value) => `<div style="padding:2px 0">${label}${sign}${value}</div>`)
/** Rules around every cell, label cells shaded. */
export const ruled = (pairs: readonly Pair[], across = 2): string => {
  const rows = times(Math.ceil(pairs.length / across), (i) => pairs.slice(i * across, (i + 1) * across))
  return `<table>${rows.map((row) => `<tr>${all(row, (label, value) => `<td style="border:1px solid #8886;background:#8882;white-space:nowrap;width:1%">${label}</td><td style="border:1px solid #8886">${value}</td>`)}</tr>`).join('')}</table>`
}
/** A list with a head; `zebra` shades every other row. */
export const list = (head: readonly string[], rows: readonly (readonly string[])[], zebra = false): string =>
  `<table><tr style="background:#8882">${head.map((one) => `<th>${one}</th>`).join('')}</tr>${rows.map((row, i) => `<tr style="${zebra ? (i % 2 ? 'background:#8881' : '') : 'border-bottom:1px solid #8883'}">${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`
/** Bubbles of a talk; whose turn it is comes first. */
export const bubbles = (
  said: readonly (readonly [mine: boolean, text: string])[],
  mine: string,
  theirs = '#8882',
  round = 8,
): string =>
  said
    .map(
      ([own, text]) =>
        `<div style="display:flex;padding:5px 10px;justify-content:flex-${own ? 'end' : 'start'}"><div style="max-width:78%;border-radius:${round}px;padding:8px 11px;background:${own ? mine : theirs}">${text}</div></div>`,
    )
    .join('')
