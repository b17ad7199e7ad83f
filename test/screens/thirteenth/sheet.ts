// The pages of this half: skins of the apps by day and night, faces by region, and the ways in which labels and values stand.
import type { Chance } from '../chance.ts'
import type { Made, Template } from '../template.ts'
import { type Person, personOf } from './cast.ts'
import { type Tally, tallyOf } from './tallies.ts'

export type Desk = {
  readonly c: Chance
  readonly size: number
  readonly a: Person
  readonly b: Person
  readonly t: Tally
  readonly u: Tally
}
export type Sketch = (desk: Desk) => Made
export type Pair = readonly [label: string, value: string]

export const templateOf =
  (sketch: Sketch): Template =>
  (_, c, { size }) => {
    const a = personOf(c)
    let b = personOf(c)
    while (b.chinese === a.chinese || b.west === a.west || b.island === a.island || b.harbour === a.harbour)
      b = personOf(c)
    return sketch({ c, size, a, b, t: tallyOf(c), u: tallyOf(c) })
  }

/** As many as asked, each of another payment of another person. */
export const many = <T>(c: Chance, count: number, one: (p: Person, t: Tally, index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => one(personOf(c), tallyOf(c), index))

/** Paper, card, ink, dim ink, hue and line: by day, then by night. */
const SKINS = {
  blue: ['#f5f5f5 #fff #333 #999 #1677ff #eee', '#0f0f10 #1b1b1d #dcdcdc #868689 #3f8cff #2c2c2e'],
  green: ['#ededed #fff #191919 #888 #07c160 #e5e5e5', '#111 #191919 #d1d1d1 #7a7a7a #07c160 #2b2b2b'],
  red: ['#f4f4f6 #fff #222 #8a8a8f #c8102e #ececec', '#151114 #211b1f #ece4e8 #9a8d93 #ff5b6e #3a2f34'],
  semi: ['#f9f9fa #fff #1c1f23 #6b7075 #0064fa #e5e6e8', '#16161a #232429 #f2f2f3 #a0a4aa #54a9ff #3a3b41'],
  orange: ['#f2f2f2 #fff #222 #909090 #ff5000 #eee', '#121212 #1d1d1d #e6e6e6 #8d8d8d #ff7a3d #303030'],
  violet: ['#f6f9fc #fff #30313d #687385 #635bff #e3e8ee', '#0f1117 #181b24 #e7e9f0 #8f96a8 #8f89ff #2b3040'],
  mono: ['#fff #fff #111 #6b6b6b #111 #e2e2e2', '#0a0a0a #141414 #ededed #8f8f8f #ededed #2a2a2a'],
  ocean: ['#eef5f9 #fff #102a3c #66808f #0079c1 #d9e6ee', '#071923 #0f2836 #dfeef6 #7fa0b1 #35b1ff #1e4054'],
} as const

const FACES = {
  cn: [`'Noto Sans CJK SC'`, `Roboto,'Noto Sans CJK SC'`, `'WenQuanYi Micro Hei'`, `'Noto Sans CJK SC'`],
  tw: [`'Noto Sans CJK TC'`, `Roboto,'Noto Sans CJK TC'`, `'Noto Sans CJK HK'`],
  en: [`Roboto`, `'Open Sans'`, `Lato`, `'Liberation Sans'`, `'DejaVu Sans'`, `Roboto`],
} as const

/** `skin` ends in `!` for a page that is never dark. */
export function sheet(
  { c, size }: Desk,
  face: keyof typeof FACES,
  skin: keyof typeof SKINS | `${keyof typeof SKINS}!`,
  body: string,
  css = '',
): string {
  const [day, night] = SKINS[skin.replace('!', '') as keyof typeof SKINS]
  const dark = !skin.endsWith('!') && c.real() < 0.36
  const [paper, card, ink, dim, hue, line] = (dark ? night : day).split(' ')
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0;padding:0}
:root{--card:${card};--dim:${dim};--hue:${hue};--line:${line}}
body{background:${paper};color:${ink};font:${Math.max(14, size)}px/${c.pick([1.4, 1.5, 1.65])} ${c.pick(FACES[face])},'Noto Sans CJK SC',sans-serif;padding-bottom:18px;overflow-wrap:anywhere}
.d{color:var(--dim)}.h{color:var(--hue)}.l{font-size:.88em}.ctr{text-align:center}.box{background:var(--card);padding:14px;margin:10px;border-radius:${c.pick([4, 8, 12])}px}
.edge{border:1px solid var(--line)}.duo{display:flex;justify-content:space-between;gap:14px;align-items:baseline}.end{text-align:right}.pad{padding:12px 16px}
.big{font-size:${c.pick([1.8, 2.1, 2.5])}em;font-weight:${c.pick([500, 600, 700])};line-height:1.3}.press{display:inline-block;background:var(--hue);color:var(--card);border-radius:${c.pick([4, 6, 20])}px;padding:5px 16px}
.tag{display:inline-block;border-radius:4px;padding:0 7px;background:var(--line);font-size:.9em;white-space:nowrap}.mono{font-family:'JetBrains Mono','Liberation Mono','Noto Sans Mono CJK SC',monospace}
.disc{display:inline-block;width:2.6em;height:2.6em;border-radius:50%;background:var(--hue);opacity:.75;flex:none}.top{display:flex;justify-content:space-between;padding:5px 18px;font-size:.82em}
table{width:100%;border-collapse:collapse}td,th{padding:${c.pick([6, 9, 12])}px 8px;text-align:left;font-weight:400;vertical-align:top;border-bottom:1px solid var(--line)}th{color:var(--dim)}h1,h2,h3{font-weight:600}
${css}</style><body>${body}</body>`
}

/** A phone's uppermost line. */
export const bar = (c: Chance): string =>
  c.pick([
    '',
    `<div class="top"><span>${c.int(7, 22)}:${c.int(10, 59)}</span><span>${c.pick(['5G', '4G', 'WiFi'])} ${c.int(12, 99)}%</span></div>`,
  ])
const each = (pairs: readonly Pair[], one: (label: string, value: string) => string): string =>
  pairs.map(([label, value]) => one(label, value)).join('')
/** Labels left, values at the right edge. */
export const ends = (pairs: readonly Pair[], gap = 7): string =>
  each(
    pairs,
    (label, value) =>
      `<div style="display:flex;gap:18px;padding:${gap}px 0"><span class="d" style="flex:none">${label}</span><span style="flex:1;text-align:right;word-break:break-all">${value}</span></div>`,
  )
/** Labels in a narrow column, values beside them from the left. */
export const beside = (pairs: readonly Pair[], em = 5.5, gap = 5): string =>
  each(
    pairs,
    (label, value) =>
      `<div style="display:flex;gap:10px;padding:${gap}px 0"><span class="d" style="flex:none;width:${em}em">${label}</span><span style="flex:1;word-break:break-all">${value}</span></div>`,
  )
/** A label over each value, in as many columns as asked. */
export const over = (pairs: readonly Pair[], across = 1): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},minmax(0,1fr));gap:12px 18px">${each(pairs, (label, value) => `<div><div class="d l">${label}</div><div>${value}</div></div>`)}</div>`
/** A label under each value. */
export const under = (pairs: readonly Pair[], across = 3): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},minmax(0,1fr));gap:12px;text-align:center">${each(pairs, (label, value) => `<div><div style="font-weight:600">${value}</div><div class="d l">${label}</div></div>`)}</div>`
/** Values in the boxes of a form. */
export const inputs = (pairs: readonly Pair[]): string =>
  each(
    pairs,
    (label, value) =>
      `<div style="padding:7px 0"><div class="l">${label}</div><div class="edge" style="border-radius:6px;padding:7px 11px;margin-top:3px">${value}</div></div>`,
  )
/** Label, sign and value in one running line. */
export const lines = (pairs: readonly Pair[], sign = '：'): string =>
  each(pairs, (label, value) => `<div>${label}${sign}${value}</div>`)
export const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  `<table>${head.length > 0 ? `<tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>` : ''}${body.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
/** A talk: `>` opens what this side says, which stands right. */
export const talk = (said: readonly string[], mine: string, yours = 'var(--card)', round = 8): string =>
  said
    .map((text) => {
      const own = text.startsWith('>')
      return `<div style="display:flex;gap:9px;padding:6px 12px;flex-direction:${own ? 'row-reverse' : 'row'}"><span style="flex:none;width:2.4em;height:2.4em;border-radius:${round}px;background:#8887"></span><div style="max-width:72%;padding:8px 12px;border-radius:${round}px;background:${own ? mine : yours}">${own ? text.slice(1) : text}</div></div>`
    })
    .join('')
/** The bars of the first code. */
export const barcode = (height = 50): string =>
  `<img data-code="0" style="display:block;width:86%;height:${height}px;background:#fff;margin:6px 0 0 auto">`
