// The page of this half's screens: one style sheet of its own, faces by region, and the shapes in which fields are told.
import type { Chance } from '../chance.ts'
import type { Look, Made, Template } from '../template.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { type Person, personOf } from './people.ts'

export type Scene = {
  readonly c: Chance
  readonly look: Look
  readonly p: Person
  readonly q: Person
  readonly n: Numbers
}
export type Draw = (scene: Scene) => Made
export type Pair = readonly [label: string, value: string]

export const templateOf =
  (draw: Draw): Template =>
  (_, c, look) =>
    draw({ c, look, p: personOf(c), q: personOf(c), n: numbersOf(c) })

const FACES = {
  mainland: [
    `'Noto Sans CJK SC'`,
    `Roboto,'Noto Sans CJK SC'`,
    `'Open Sans','WenQuanYi Micro Hei'`,
    `'WenQuanYi Zen Hei'`,
  ],
  abroad: [
    `Roboto,'Noto Sans CJK TC'`,
    `'Open Sans','Noto Sans CJK TC'`,
    `Lato,'Noto Sans CJK HK'`,
    `'Liberation Sans','Noto Sans CJK TC'`,
  ],
  taiwan: [`'Noto Sans CJK TC'`, `Roboto,'Noto Sans CJK TC'`, `'Noto Sans CJK HK'`],
  thermal: [`'DejaVu Sans Mono','WenQuanYi Zen Hei Mono'`, `'Liberation Mono','Noto Sans Mono CJK TC'`],
  code: [`'JetBrains Mono','Noto Sans Mono CJK SC'`, `'DejaVu Sans Mono','WenQuanYi Micro Hei Mono'`],
} as const
export type Region = keyof typeof FACES

export function page({ c, look: { theme, size } }: Scene, region: Region, body: string, css = ''): string {
  const gap = c.pick([10, 14, 18])
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}
body{background:${theme.paper};color:${theme.ink};font:${size}px/${c.pick([1.35, 1.5, 1.65])} ${c.pick(FACES[region])};overflow-wrap:anywhere}
.dim{color:${theme.pale}}.hue{color:${theme.accent}}.tiny{font-size:.82em}.huge{font-size:${c.pick([1.9, 2.3, 2.7])}em}.mid{text-align:center}
.pad{padding:${gap}px}.slab{background:${theme.card};padding:${gap}px;margin:${c.pick([0, 8, 12])}px;border-radius:${c.pick([0, 8, 16])}px}
.two{display:flex;justify-content:space-between;gap:14px}.two>:first-child{flex:none;max-width:46%}.line{border-bottom:1px solid #8884}.face{width:2.4em;height:2.4em;flex:none;border-radius:${c.pick(['50%', '.4em'])};background:#8887;display:inline-flex;align-items:center;justify-content:center}
.mono{font-family:'JetBrains Mono','DejaVu Sans Mono',monospace}.btn{display:inline-block;background:${theme.accent};color:#fff;padding:.5em 1.3em;border-radius:2em}
table{border-collapse:collapse;width:100%}td,th{font-weight:400;text-align:left;padding:6px 8px;vertical-align:top}h2,h3{font-weight:600}${css}</style><body>${body}</body>`
}

const joined = (pairs: readonly Pair[], one: (label: string, value: string) => string): string =>
  pairs.map(([label, value]) => one(label, value)).join('')

/** The value at the right edge. */
export const right = (pairs: readonly Pair[], pad = 7): string =>
  joined(
    pairs,
    (a, b) =>
      `<div class="two" style="padding:${pad}px 0"><span class="dim">${a}</span><span style="text-align:right">${b}</span></div>`,
  )
/** The label above its value. */
export const below = (pairs: readonly Pair[], pad = 7): string =>
  joined(
    pairs,
    (a, b) => `<div class="line" style="padding:${pad}px 0"><div class="dim tiny">${a}</div><div>${b}</div></div>`,
  )
/** The value above its label. */
export const above = (pairs: readonly Pair[]): string =>
  joined(pairs, (a, b) => `<div style="padding:8px 0"><div>${b}</div><div class="dim tiny">${a}</div></div>`)
/** Labels of one width at the left, the value beside. */
export const beside = (pairs: readonly Pair[], width = 6): string =>
  joined(
    pairs,
    (a, b) =>
      `<div style="display:flex;padding:5px 0"><span class="dim" style="width:${width}em;flex:none">${a}</span><span>${b}</span></div>`,
  )
/** Two columns of labels with their values under them. */
export const halves = (pairs: readonly Pair[]): string =>
  `<div style="display:grid;grid-template-columns:1fr 1fr;gap:10px 16px">${joined(pairs, (a, b) => `<div><div class="dim tiny">${a}</div><div>${b}</div></div>`)}</div>`
/** A table with rules around every cell. */
export const ruled = (rows: readonly (readonly string[])[]): string =>
  `<table class="ruled">${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

/** Other people and numbers than those of the page. */
export const others = (c: Chance): { readonly p: Person; readonly n: Numbers } => ({ p: personOf(c), n: numbersOf(c) })
/** As many pieces as asked for, one below the other. */
export const times = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('')
