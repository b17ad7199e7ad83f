// The pages of this half: one style sheet, faces by region, and the shapes in which labels and values stand.
import type { Chance } from '../chance.ts'
import type { Look, Made, Template } from '../template.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Names, namesOf } from './names.ts'

export type View = {
  readonly c: Chance
  readonly look: Look
  readonly a: Names
  readonly b: Names
  readonly v: Figures
}
export type Draft = (view: View) => Made
export type Line = readonly [label: string, value: string]

export const templateOf =
  (draft: Draft): Template =>
  (_, c, look) => {
    const a = namesOf(c)
    let b = namesOf(c)
    while (b.chinese === a.chinese || b.west === a.west || b.island === a.island || b.harbour === a.harbour)
      b = namesOf(c)
    return draft({ c, look, a, b, v: figuresOf(c) })
  }

/** As many rows as asked, each of another payment of another person. */
export const rows = <T>(c: Chance, count: number, one: (a: Names, v: Figures, index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => one(namesOf(c), figuresOf(c), index))

const FACES = {
  cn: [`'Noto Sans CJK SC'`, `'WenQuanYi Zen Hei'`, `Lato,'Noto Sans CJK SC'`, `'WenQuanYi Micro Hei'`],
  tw: [`'Noto Sans CJK TC'`, `'Noto Sans CJK HK'`, `Roboto,'Noto Sans CJK TC'`],
  en: [`Roboto`, `Lato`, `'Open Sans'`, `'DejaVu Sans'`, `'Liberation Sans'`, `'Liberation Serif'`],
} as const

export function canvas({ c, look: { theme, size } }: View, region: keyof typeof FACES, body: string): string {
  const room = c.pick([9, 12, 16])
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0;padding:0}
body{background:${theme.paper};color:${theme.ink};font:${size}px/${c.pick([1.4, 1.55, 1.7])} ${c.pick(FACES[region])},'Noto Sans CJK SC',sans-serif;overflow-wrap:anywhere;padding:0 0 ${room}px}
.g{color:${theme.pale}}.t{color:${theme.accent}}.s{font-size:.84em}.xl{font-size:${c.pick([1.9, 2.3, 2.7])}em;font-weight:${c.pick([500, 700])}}
.in{padding:${room}px}.pane{background:${theme.card};padding:${room}px;margin:${room}px;border-radius:${c.pick([2, 8, 18])}px;border:1px solid #8882}
.sp{display:flex;justify-content:space-between;gap:12px}.m{text-align:center}.btn{background:${theme.accent};color:#fff;padding:.35em 1em;border-radius:${c.pick([4, 9, 24])}px;display:inline-block}
.pill{border:1px solid ${theme.accent};color:${theme.accent};border-radius:20px;padding:0 .6em;font-size:.86em;white-space:nowrap}.code{font-family:'JetBrains Mono','Liberation Mono','Noto Sans Mono CJK SC',monospace}
table{width:100%;border-collapse:collapse}td,th{padding:${c.pick([5, 8, 11])}px 7px;text-align:left;font-weight:400;vertical-align:top}h2,h3{font-weight:600}</style><body>${body}</body>`
}

const each = (lines: readonly Line[], one: (label: string, value: string) => string): string =>
  lines.map(([label, value]) => one(label, value)).join('')

/** Label at the left edge, value at the right one, a dotted line below. */
export const edge = (lines: readonly Line[]): string =>
  each(
    lines,
    (label, value) =>
      `<div class="sp" style="padding:7px 0;border-bottom:1px dotted #8886"><span class="g" style="flex:none;max-width:40%">${label}</span><span style="text-align:right">${value}</span></div>`,
  )
/** Labels of one width, values in one column. */
export const column = (lines: readonly Line[], width = 6): string =>
  each(
    lines,
    (label, value) =>
      `<div style="display:grid;grid-template-columns:${width}em 1fr;gap:10px;padding:4px 0"><span class="g">${label}</span><span>${value}</span></div>`,
  )
/** A small label over each value. */
export const over = (lines: readonly Line[], across = 1): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},minmax(0,1fr));gap:10px 14px">${each(lines, (label, value) => `<div><div class="g s">${label}</div><div>${value}</div></div>`)}</div>`
/** A small label below each value. */
export const below = (lines: readonly Line[], across = 2): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},minmax(0,1fr));gap:12px">${each(lines, (label, value) => `<div class="m"><b>${value}</b><div class="g s">${label}</div></div>`)}</div>`
/** Fields of a form, each value in its box. */
export const fields = (lines: readonly Line[]): string =>
  each(
    lines,
    (label, value) =>
      `<div style="padding:6px 0"><div>${label}</div><div style="border:1px solid #8888;border-radius:4px;padding:6px 10px">${value}</div></div>`,
  )
/** Label and value in one running line. */
export const inline = (lines: readonly Line[], sign = '：'): string =>
  each(lines, (label, value) => `<div>${label}${sign}${value}</div>`)
/** A table with a head; `ruled` draws every cell's border. */
export const grid = (head: readonly string[], body: readonly (readonly string[])[], ruled = false): string => {
  const style = ruled ? 'border:1px solid #8886' : 'border-bottom:1px solid #8883'
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag} style="${style}">${cell}</${tag}>`).join('')}</tr>`
  return `<table>${head.length > 0 ? row(head, 'th') : ''}${body.map((cells) => row(cells, 'td')).join('')}</table>`
}
/** A talk: what this side says stands right. */
export const talk = (
  said: readonly (readonly [side: 'me' | 'you', text: string])[],
  mine: string,
  yours = '#8883',
): string =>
  said
    .map(
      ([side, text]) =>
        `<div style="display:flex;gap:8px;padding:5px 10px;flex-direction:${side === 'me' ? 'row-reverse' : 'row'}"><span style="flex:none;width:2.2em;height:2.2em;border-radius:6px;background:#8886"></span><div style="max-width:74%;padding:7px 11px;border-radius:9px;background:${side === 'me' ? mine : yours}">${text}</div></div>`,
    )
    .join('')
