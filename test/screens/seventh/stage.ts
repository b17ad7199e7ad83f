// The page of this half's screens: its style sheet, faces by place, and the ways fields are laid out.
import type { Chance } from '../chance.ts'
import type { Look, Made, Template } from '../template.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Folk, folkOf } from './folk.ts'

export type Stage = {
  readonly c: Chance
  readonly look: Look
  readonly a: Folk
  readonly b: Folk
  readonly n: Figures
}
export type Scene = (stage: Stage) => Made
export type Field = readonly [label: string, value: string]

export const templateOf =
  (scene: Scene): Template =>
  (_, c, look) => {
    const a = folkOf(c)
    let b = folkOf(c)
    // Nobody pays themselves.
    while (b.abroad === a.abroad || b.mainland === a.mainland || b.taipei === a.taipei) b = folkOf(c)
    return scene({ c, look, a, b, n: figuresOf(c) })
  }

/** Somebody else, and other figures than those of the page. */
export const fresh = (c: Chance): { readonly a: Folk; readonly n: Figures } => ({ a: folkOf(c), n: figuresOf(c) })
export const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index))

const FACES = {
  cn: [`'Noto Sans CJK SC'`, `'Open Sans','Noto Sans CJK SC'`, `'WenQuanYi Micro Hei'`, `Lato,'Noto Sans CJK SC'`],
  tw: [`'Noto Sans CJK TC'`, `'Liberation Sans','Noto Sans CJK TC'`, `Roboto,'Noto Sans CJK HK'`],
  en: [
    `Roboto,'Noto Sans CJK SC'`,
    `'Open Sans','Noto Sans CJK SC'`,
    `Lato,'Noto Sans CJK SC'`,
    `'Liberation Sans','Noto Sans CJK SC'`,
    `'DejaVu Sans','Noto Sans CJK SC'`,
  ],
} as const

export function paper({ c, look: { theme, size } }: Stage, place: keyof typeof FACES, body: string, css = ''): string {
  const air = c.pick([9, 12, 16])
  const round = c.pick([2, 10, 18])
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}
body{background:${theme.paper};color:${theme.ink};font:${size}px/${c.pick([1.4, 1.55, 1.7])} ${c.pick(FACES[place])};overflow-wrap:anywhere}
.soft{color:${theme.pale}}.mark{color:${theme.accent}}.note{font-size:.84em}.loud{font-size:${c.pick([1.7, 2.1, 2.5])}em;font-weight:${c.pick([400, 600, 700])}}
.in{padding:${air}px}.block{background:${theme.card};padding:${air}px;margin:${c.pick([6, 10])}px ${c.pick([0, 9])}px;border-radius:${round}px}
.ends{display:flex;justify-content:space-between;align-items:flex-start;gap:12px}.ends>:first-child{flex:none;max-width:48%}.ends>:last-child{text-align:right}
.center{text-align:center}.push{display:inline-block;background:${theme.accent};color:#fff;border-radius:${round}px;padding:.45em 1.2em}
.tag{border:1px solid ${theme.accent};color:${theme.accent};border-radius:4px;padding:0 .4em;font-size:.84em}.fixed{font-family:'JetBrains Mono','DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace}
.box{border:1px solid #8886;border-radius:6px;padding:8px 10px}hr{border:0;border-top:1px solid #8884;margin:${air}px 0}
table{border-collapse:collapse;width:100%}td,th{font-weight:400;text-align:left;padding:7px 8px;vertical-align:top}h2,h3{font-weight:600}${css}</style><body>${body}</body>`
}

const each = (fields: readonly Field[], one: (label: string, value: string) => string): string =>
  fields.map(([label, value]) => one(label, value)).join('')

/** Label at the left edge, value at the right. */
export const ends = (fields: readonly Field[], pad = 6): string =>
  each(
    fields,
    (label, value) =>
      `<div class="ends" style="padding:${pad}px 0"><span class="soft">${label}</span><span>${value}</span></div>`,
  )
/** The label over its value. */
export const over = (fields: readonly Field[]): string =>
  each(
    fields,
    (label, value) => `<div style="padding:6px 0"><div class="soft note">${label}</div><div>${value}</div></div>`,
  )
/** The value over its label. */
export const under = (fields: readonly Field[]): string =>
  each(
    fields,
    (label, value) => `<div style="padding:6px 0"><div>${value}</div><div class="soft note">${label}</div></div>`,
  )
/** Label and value in one line with a colon. */
export const colon = (fields: readonly Field[], sign = '：'): string =>
  each(fields, (label, value) => `<div style="padding:3px 0"><span class="soft">${label}${sign}</span>${value}</div>`)
/** Label column of one width, the value beside it. */
export const columns = (fields: readonly Field[], width = 6): string =>
  each(
    fields,
    (label, value) =>
      `<div style="display:flex;padding:5px 0"><span class="soft" style="flex:none;width:${width}em">${label}</span><span>${value}</span></div>`,
  )
/** Fields in boxes of a form. */
export const form = (fields: readonly Field[]): string =>
  each(
    fields,
    (label, value) =>
      `<div style="padding:6px 0"><div class="note">${label}</div><div class="box">${value}</div></div>`,
  )
/** Fields beside each other in a grid. */
export const grid = (fields: readonly Field[], across: number): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},1fr);gap:12px 18px">${each(fields, (label, value) => `<div><div class="soft note">${label}</div><div>${value}</div></div>`)}</div>`
/** A table with a head. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], rule = '#8884'): string =>
  `<table><tr class="soft">${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row.map((cell) => `<td style="border-top:1px solid ${rule}">${cell}</td>`).join('')}</tr>`).join('')}</table>`
