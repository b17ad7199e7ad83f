// The pages of this half: skins of apps (not the common themes), faces by region, and the shapes of rows, cards, tables and talks.
import type { Chance } from '../chance.ts'
import type { Look, Made, Template } from '../template.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { type People, peopleOf } from './people.ts'

export type Scene = {
  readonly c: Chance
  readonly look: Look
  /** The customer, and whoever is on the other side. */
  readonly p: People
  readonly q: People
  readonly n: Numbers
}
export type Sketch = (scene: Scene) => Made
export type Pair = readonly [label: string, value: string]
type Skin = {
  readonly back: string
  readonly front: string
  readonly ink: string
  readonly dim: string
  readonly line: string
  readonly mark: string
}

export const templateOf =
  (sketch: Sketch): Template =>
  (_, c, look) => {
    const p = peopleOf(c)
    let q = peopleOf(c)
    while (q.chinese === p.chinese || q.west === p.west || q.formosa === p.formosa || q.harbour === p.harbour)
      q = peopleOf(c)
    return sketch({ c, look, p, q, n: numbersOf(c) })
  }

/** As many pieces as asked, each about another payment of another person. */
export const many = <T>(c: Chance, count: number, one: (p: People, n: Numbers, index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => one(peopleOf(c), numbersOf(c), index))

const light = (mark: string, back = '#f4f4f5', ink = '#1c1c1e'): Skin => ({
  back,
  front: '#ffffff',
  ink,
  dim: '#85878c',
  line: '#e6e6e8',
  mark,
})
const dark = (mark: string, back = '#101012', front = '#1c1c1f'): Skin => ({
  back,
  front,
  ink: '#e9e9ea',
  dim: '#8d8f94',
  line: '#34353a',
  mark,
})
export const skins = {
  ali: [light('#1677ff'), light('#1677ff', '#f5f6f7', '#333333'), dark('#3c89f7')],
  green: [light('#07c160', '#ededed', '#191919'), light('#07c160', '#ffffff'), dark('#07c160', '#111111', '#191919')],
  bank: [light('#c8102e', '#f6f3f3'), light('#0a5fb4', '#eef2f7'), light('#00857a', '#f3f6f6')],
  console: [
    light('#0064fa', '#f9f9f9', '#1c1f23'),
    dark('#54a9ff', '#16161a', '#232429'),
    dark('#7c5cff', '#0b0b10', '#15151c'),
  ],
  shop: [light('#ff5000', '#f4f4f4'), light('#e02e24', '#f4f4f4'), light('#6a5af9', '#f6f5ff')],
  mail: [
    light('#635bff', '#f6f9fc', '#1a1f36'),
    light('#1a73e8', '#ffffff', '#202124'),
    dark('#8ab4f8', '#1f1f1f', '#2a2b2e'),
  ],
  night: [
    dark('#5865f2', '#313338', '#2b2d31'),
    dark('#0a84ff', '#000000', '#1c1c1e'),
    dark('#25d366', '#0b141a', '#202c33'),
  ],
} as const
export const FACES = {
  cn: [`'Noto Sans CJK SC'`, `Roboto,'Noto Sans CJK SC'`, `'Noto Sans CJK SC'`, `'WenQuanYi Micro Hei'`],
  tw: [`'Noto Sans CJK TC'`, `Roboto,'Noto Sans CJK TC'`],
  hk: [`'Noto Sans CJK HK'`, `'Liberation Sans','Noto Sans CJK HK'`],
  en: [`Roboto`, `'Open Sans'`, `'Liberation Sans'`, `Lato`, `Roboto`],
  serif: [`'Liberation Serif'`, `'DejaVu Serif'`],
} as const

export function paper(
  { c, look }: Scene,
  skin: keyof typeof skins,
  face: keyof typeof FACES,
  body: string,
  style = '',
): string {
  const s = c.pick<Skin>(skins[skin])
  const gap = c.pick([10, 13, 16])
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0;padding:0}
body{background:${s.back};color:${s.ink};font:${Math.min(look.size, 17)}px/${c.pick([1.4, 1.5, 1.65])} ${c.pick<string>(FACES[face])},'Noto Sans CJK SC',sans-serif;overflow-wrap:anywhere;padding-bottom:${gap}px}
.d{color:${s.dim}}.k{color:${s.mark}}.x{font-size:.82em}.h{font-size:1.16em;font-weight:600}.huge{font-size:${c.pick([2, 2.4, 2.8])}em;font-weight:600;line-height:1.3}
.pad{padding:${gap}px}.box{background:${s.front};margin:${gap}px;padding:${gap}px;border-radius:${c.pick([4, 8, 12])}px}.edge{border:1px solid ${s.line}}.rule{border-top:1px solid ${s.line}}
.two{display:flex;justify-content:space-between;gap:16px}.c{text-align:center}.r{text-align:right}.top{background:${s.front};padding:10px ${gap}px;font-weight:600;text-align:center}
.b{background:${s.mark};color:#fff;padding:6px 16px;border-radius:${c.pick([4, 6, 20])}px;display:inline-block}.tag{background:${s.mark}22;color:${s.mark};border-radius:4px;padding:1px 7px;white-space:nowrap}
.m{font-family:'JetBrains Mono','Liberation Mono','Noto Sans Mono CJK SC',monospace}.dot{display:inline-block;width:38px;height:38px;border-radius:50%;background:${s.mark};color:#fff;line-height:38px;text-align:center;flex:none}
table{width:100%;border-collapse:collapse}td,th{padding:${c.pick([7, 9, 12])}px 8px;text-align:left;font-weight:400;vertical-align:top;border-bottom:1px solid ${s.line}}th{color:${s.dim}}
.col{display:grid;gap:${gap}px}.in{border:1px solid ${s.line};border-radius:6px;padding:7px 11px}${style}</style><body>${body}</body>`
}

const all = (pairs: readonly Pair[], one: (label: string, value: string) => string): string =>
  pairs.map(([label, value]) => one(label, value)).join('')
/** Grey label, then the value from a fixed column on, as payment apps print a bill. */
export const bill = (pairs: readonly Pair[], width = 5.5): string =>
  all(
    pairs,
    (label, value) =>
      `<div style="display:flex;padding:6px 0"><span class="d" style="flex:none;width:${width}em">${label}</span><span style="flex:1;padding-left:10px">${value}</span></div>`,
  )
/** Grey label, the value at the right edge. */
export const wide = (pairs: readonly Pair[], ruled = false): string =>
  all(
    pairs,
    (label, value) =>
      `<div class="two${ruled ? ' rule' : ''}" style="padding:8px 0"><span class="d" style="flex:none;max-width:42%">${label}</span><span class="r">${value}</span></div>`,
  )
/** Small label above. */
export const caption = (pairs: readonly Pair[], across = 1): string =>
  `<div style="display:grid;grid-template-columns:repeat(${across},minmax(0,1fr));gap:11px 18px">${all(pairs, (label, value) => `<div><div class="d x">${label}</div><div>${value}</div></div>`)}</div>`
/** The value first and large, its label below. */
export const tiles = (pairs: readonly Pair[]): string =>
  `<div style="display:grid;grid-template-columns:repeat(${pairs.length},minmax(0,1fr));gap:12px">${all(pairs, (label, value) => `<div class="c"><div class="h">${value}</div><div class="d x">${label}</div></div>`)}</div>`
/** Running text with a sign between. */
export const plain = (pairs: readonly Pair[], sign = '：'): string =>
  all(pairs, (label, value) => `<div>${label}${sign}${value}</div>`)
export const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  `<table>${head.length > 0 ? `<tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr>` : ''}${body.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`
/** Bubbles of a talk; `mine` and `theirs` are backgrounds with ink. */
export const bubbles = (
  said: readonly (readonly [who: 0 | 1, text: string])[],
  mine: string,
  theirs: string,
  round = 8,
): string =>
  said
    .map(
      ([who, text]) =>
        `<div style="display:flex;gap:9px;padding:6px 12px;flex-direction:${who ? 'row-reverse' : 'row'}"><span style="width:36px;height:36px;flex:none;border-radius:${round > 10 ? 50 : 12}%;background:${who ? '#7a8ca5' : '#c58b6a'}"></span><div style="max-width:72%;padding:8px 12px;border-radius:${round}px;background:${who ? mine : theirs}">${text}</div></div>`,
    )
    .join('')
