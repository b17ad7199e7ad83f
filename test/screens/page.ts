// The shell of a rendered screen: theme, font and size, and the marks that say what is secret and what must stay.

/** What must stay readable; `masked` is a value that whoever took the picture already hid in part. */
export type Field = 'amount' | 'time' | 'status' | 'method' | 'masked'

export type Screen = {
  /** The class of picture, for the figures. */
  readonly kind: string
  readonly language: 'zh' | 'en'
  /** CSS pixels, and device pixels of one. */
  readonly width: number
  readonly ratio: number
  readonly html: string
  /** Texts of the codes that are drawn: `<img data-code="0">` shows the first. */
  readonly codes: readonly { readonly format: 'QRCode' | 'Code128'; readonly text: string }[]
}

/** A value that must be covered. */
export const secret = (kind: string, value: string): string => `<span data-secret="${kind}">${value}</span>`
/** A value that must stay readable. */
export const keep = (field: Field, value: string): string => `<span data-keep="${field}">${value}</span>`

export type Theme = {
  readonly paper: string
  readonly card: string
  readonly ink: string
  readonly pale: string
  readonly accent: string
}

export const themes: readonly Theme[] = [
  { paper: '#f5f5f5', card: '#ffffff', ink: '#1a1a1a', pale: '#8c8c8c', accent: '#1677ff' },
  { paper: '#ededed', card: '#ffffff', ink: '#191919', pale: '#7f7f7f', accent: '#07c160' },
  { paper: '#ffffff', card: '#fafafa', ink: '#222222', pale: '#777777', accent: '#d4380d' },
  { paper: '#111111', card: '#1e1e1e', ink: '#ececec', pale: '#9a9a9a', accent: '#3cc51f' },
  { paper: '#0d1117', card: '#161b22', ink: '#e6edf3', pale: '#8b949e', accent: '#58a6ff' },
  { paper: '#fff8ef', card: '#ffffff', ink: '#3a2c1a', pale: '#9c8872', accent: '#ff7a00' },
  { paper: '#eef3ff', card: '#ffffff', ink: '#16213e', pale: '#6b7a99', accent: '#635bff' },
]

export const fonts = [
  `'Noto Sans CJK SC', sans-serif`,
  `'WenQuanYi Micro Hei', sans-serif`,
  `'DejaVu Sans', 'Noto Sans CJK SC', sans-serif`,
  `'Liberation Sans', 'WenQuanYi Zen Hei', sans-serif`,
  `'Noto Serif CJK SC', serif`,
] as const

export const shell = (theme: Theme, font: string, size: number, body: string, style = ''): string => `<!doctype html>
<meta charset="utf-8"><style>
*{box-sizing:border-box}body{margin:0;background:${theme.paper};color:${theme.ink};font:${size}px ${font};line-height:1.5}
.card{background:${theme.card};border-radius:.6em;margin:.7em;padding:.9em}.pale{color:${theme.pale}}.accent{color:${theme.accent}}
.row{display:flex;justify-content:space-between;gap:1.4em;padding:.42em 0}.row>:last-child{text-align:right;word-break:break-all;max-width:66%}
.left>:last-child{text-align:left;flex:1}.left>:first-child{width:5.6em;flex:none}
.big{font-size:2.3em;font-weight:600;text-align:center}.mid{text-align:center}.bar{display:flex;justify-content:space-between;padding:.3em .9em;font-size:.8em}
.head{text-align:center;font-weight:600;padding:.6em}table{border-collapse:collapse;width:100%}td,th{padding:.5em;text-align:left;border-bottom:1px solid ${theme.pale}44}
button,.button{background:${theme.accent};color:#fff;border:0;border-radius:.5em;padding:.6em 1.2em;font:inherit}
${style}</style><body>${body}</body>`
