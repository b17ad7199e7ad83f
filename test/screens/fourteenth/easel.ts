// The pages of this half: colours of apps, faces of places, and how labels stand to values.
import type { Chance } from '../chance.ts'
import type { Made, Template } from '../template.ts'
import { type Folk, folkOf } from './crowd.ts'
import { type Tokens, tokensOf } from './tokens.ts'

export type Scene = { readonly c: Chance; readonly p: Folk; readonly q: Folk; readonly t: Tokens }
export type Sketch = (scene: Scene) => Made
export type Pair = readonly [label: string, value: string]

export const templateFrom =
  (sketch: Sketch): Template =>
  (_, c) => {
    const p = folkOf(c)
    let q = folkOf(c)
    while (q.zh === p.zh || q.west === p.west || q.tw === p.tw || q.roman === p.roman || q.nick === p.nick)
      q = folkOf(c)
    return sketch({ c, p, q, t: tokensOf(c) })
  }

/** So many rows, each with another person and another payment. */
export const many = <T>(c: Chance, count: number, row: (t: Tokens, p: Folk, n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => row(tokensOf(c), folkOf(c), n))

export type Paint = { bg: string; box: string; ink: string; dim: string; hue: string; line: string }
const paint = (bg: string, box: string, ink: string, dim: string, hue: string, line: string): Paint => ({
  bg,
  box,
  ink,
  dim,
  hue,
  line,
})
export const paints = {
  blue: paint('#f4f6f9', '#fff', '#2b2f36', '#999ea8', '#1476fe', '#eceef2'),
  grey: paint('#ededed', '#fff', '#161616', '#888', '#06ad56', '#ececec'),
  white: paint('#fff', '#fff', '#30313d', '#6a7383', '#5469d4', '#e3e8ee'),
  warm: paint('#faf9f5', '#fff', '#29261b', '#83827d', '#c96442', '#e8e6dc'),
  red: paint('#f6f6f6', '#fff', '#262626', '#909090', '#e2231a', '#eee'),
  green: paint('#f2f7f4', '#fff', '#1c2b22', '#78897f', '#06c755', '#dfe9e3'),
  night: paint('#16161a', '#232429', '#f0f0f2', '#8d9099', '#54a9ff', '#35363c'),
  black: paint('#000', '#1c1c1e', '#fff', '#8e8e93', '#30d158', '#38383a'),
  slate: paint('#0f172a', '#1e293b', '#e2e8f0', '#94a3b8', '#818cf8', '#334155'),
  discord: paint('#313338', '#2b2d31', '#dbdee1', '#949ba4', '#5865f2', '#3f4147'),
} as const

const FACES = {
  cn: ["'Noto Sans CJK SC'", "'WenQuanYi Micro Hei'", "Roboto,'Noto Sans CJK SC'", "'Open Sans','Noto Sans CJK SC'"],
  hk: ["'Noto Sans CJK HK'", "'Noto Sans CJK TC'", "'Open Sans','Noto Sans CJK TC'"],
  en: ['Roboto', "'Open Sans'", 'Lato', "'Liberation Sans'", "'DejaVu Sans'", "'Roboto Condensed'"],
} as const

/** A page in an app's colours; the size of its letters goes with the device. */
export function sheetOf(c: Chance, p: Paint, place: keyof typeof FACES, body: string, css = ''): string {
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}
body{background:${p.bg};color:${p.ink};font:${c.pick([13, 14, 14, 15, 16])}px/${c.pick([1.45, 1.5, 1.6])} ${c.pick(FACES[place])},'Noto Sans CJK SC',sans-serif;overflow-wrap:anywhere;padding-bottom:18px}
.d{color:${p.dim}}.h{color:${p.hue}}.s{font-size:12px}.l{font-size:1.15em;font-weight:600}.xx{font-size:${c.pick([30, 34, 38])}px;font-weight:600;line-height:1.3}
.p{padding:12px 16px}.box{background:${p.box};margin:10px 12px;padding:14px 16px;border-radius:${c.pick([6, 10, 14])}px}.lined{border:1px solid ${p.line}}
.r{display:flex;justify-content:space-between;align-items:flex-start;gap:16px}.r>:last-child{text-align:right}.r>:first-child{flex:none;max-width:46%}.cc{text-align:center}.hr{border-top:1px solid ${p.line}}
.bt{display:inline-block;background:${p.hue};color:#fff;border-radius:${c.pick([4, 6, 20])}px;padding:6px 18px}.tag{display:inline-block;border-radius:4px;padding:0 6px;background:${p.hue}22;color:${p.hue};font-size:.86em;white-space:nowrap}
.mono{font-family:'JetBrains Mono','Liberation Mono','Noto Sans Mono CJK SC',monospace}table{border-collapse:collapse;width:100%}th{font-weight:500;color:${p.dim}}td,th{text-align:left;padding:9px 8px;border-bottom:1px solid ${p.line};vertical-align:top}
${css}</style><body>${body}</body>`
}

const joined = (pairs: readonly Pair[], one: (label: string, value: string) => string): string =>
  pairs.map(([label, value]) => one(label, value)).join('')

/** Label left, value right. */
export const ends = (pairs: readonly Pair[], gap = 6): string =>
  joined(
    pairs,
    (l, v) => `<div class="r" style="padding:${gap}px 0"><span class="d">${l}</span><span>${v}</span></div>`,
  )
/** Label left, value beside it. */
export const beside = (pairs: readonly Pair[], em = 5.5): string =>
  joined(
    pairs,
    (l, v) =>
      `<div style="display:flex;padding:5px 0"><span class="d" style="flex:none;width:${em}em">${l}</span><span style="flex:1">${v}</span></div>`,
  )
/** Label above its value. */
export const above = (pairs: readonly Pair[], columns = 1): string =>
  `<div style="display:grid;grid-template-columns:repeat(${columns},minmax(0,1fr));gap:12px 18px">${joined(pairs, (l, v) => `<div><div class="d s">${l}</div><div>${v}</div></div>`)}</div>`
/** One running line for each pair. */
export const said = (pairs: readonly Pair[], sign = '：'): string =>
  joined(pairs, (l, v) => `<div>${l}${sign}${v}</div>`)
export const tableOf = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  `<table><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr>${body.map((r) => `<tr>${r.map((x) => `<td>${x}</td>`).join('')}</tr>`).join('')}</table>`
/** A phone's bar at the top, and the page's name below it. */
export const topped = (name: string, clock = '9:41'): string =>
  `<div class="r s" style="padding:6px 18px"><b>${clock}</b><span>5G ▮▮▯</span></div><div class="r" style="padding:8px 16px"><span>‹</span><b>${name}</b><span>⋯</span></div>`
/** Bubbles of a talk; `>` before a text sets it on the right. */
export const bubbles = (lines: readonly string[], mine: string, theirs: string): string =>
  lines
    .map((line) => {
      const me = line.startsWith('>')
      return `<div style="display:flex;gap:9px;padding:6px 12px;flex-direction:${me ? 'row-reverse' : 'row'}"><i style="flex:none;width:34px;height:34px;border-radius:5px;background:${me ? '#c9a27a' : '#7a9cc9'}"></i><div style="max-width:72%;padding:8px 12px;border-radius:8px;background:${me ? mine : theirs}">${me ? line.slice(1) : line}</div></div>`
    })
    .join('')
