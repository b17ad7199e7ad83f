// A transcript as one page that needs nothing else: no script, no link, pictures inside it, every word of others escaped.
import { createHash } from 'node:crypto'
import { instantOf } from '../../kit/clock.ts'
import { dateTimeOf } from '../../kit/zone.ts'
import { actions, authors, deliveries, labels, states } from './labels.ts'
import type { Entry, Transcript } from './shape.ts'

/** Built from escaped parts only. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
// Marks that turn the direction of writing could make a line read as another one.
const HIDDEN = /(?![\n\t])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

type Part = Html | string | number | null | undefined | readonly Html[]

const escaped = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map((one: Html) => one.text).join('')
  return String(part ?? '')
    .replace(HIDDEN, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, index) => text + escaped(parts[index - 1]) + string))

const STYLE = `
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:52rem;padding:1.5rem;color:#1c1c1e;background:#fff}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:2rem}
table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.15rem .8rem .15rem 0;font-weight:400}
th,.meta{color:#6b6b70}ol{list-style:none;padding:0}li{margin:.5rem 0;padding:.5rem .8rem;border-radius:.5rem;background:#f2f2f5}
li.bot{background:#eef4ff}li.staff{background:#e9f8ee}li.note{background:#fff7e0}li.removed .text{text-decoration:line-through}
.text{white-space:pre-wrap;overflow-wrap:anywhere}.old{color:#6b6b70;border-left:3px solid #d0d0d5;padding-left:.6rem;margin:.3rem 0}
.button{display:inline-block;border:1px solid #c9c9cf;border-radius:.4rem;padding:0 .5rem;margin:.2rem .3rem 0 0}
img{display:block;max-width:100%;height:auto;margin-top:.4rem}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}li{background:#222}li.bot{background:#1a2436}li.staff{background:#16291c}li.note{background:#332b12}}
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`

const when = (iso: string | null): string => (iso === null ? '—' : dateTimeOf(instantOf(Date.parse(iso))))
const row = (label: keyof typeof labels, value: Part): Html =>
  html`<tr><th scope="row">${labels[label]}</th><td>${value === null || value === '' ? '—' : value}</td></tr>`

function headOf({ ticket, madeAt }: Transcript): Html {
  return html`<table>${[
    row('topic', `${ticket.topic} (${ticket.reason}, ${ticket.origin})`),
    row('account', ticket.account),
    row('platform', `${ticket.platform}, ${ticket.lang}`),
    row('state', states[ticket.state]),
    row('priority', ticket.priority),
    row('owner', ticket.owner),
    row('opened', when(ticket.openedAt)),
    row('claimed', when(ticket.claimedAt)),
    row('firstReply', when(ticket.firstReplyAt)),
    row('closed', ticket.closedAt === null ? '—' : `${when(ticket.closedAt)} (${ticket.closedBy ?? '-'})`),
    row('reopened', ticket.reopened),
    row('follows', ticket.follows === null ? null : `#${ticket.follows}`),
    row('merged', ticket.mergedInto === null ? null : `#${ticket.mergedInto}`),
    row('money', ticket.moneyOpen ? labels.yes : labels.no),
    row('rating', ticket.rating === null ? null : `${'★'.repeat(ticket.rating)} ${ticket.rating}/5`),
    row('made', when(madeAt)),
  ]}</table>`
}

function entryOf(entry: Entry): Html {
  const { n, author, name, answers, delivery } = entry
  const marks = [
    ...(answers === null ? [] : [html` · ↩ ${answers}`]),
    ...(entry.held ? [html` · ${labels.held}`] : []),
    ...(entry.removed ? [html` · ${labels.removed}`] : []),
    ...(delivery === null || delivery === 'sent' ? [] : [html` · ${deliveries[delivery]}`]),
  ]
  const old = entry.versions.map(
    (version) =>
      html`<div class="old"><span class="meta">${labels.before} ${when(version.at)}</span><div class="text">${version.text}</div></div>`,
  )
  const buttons = entry.buttons.map((label) => html`<span class="button">${label}</span>`)
  const pictures = entry.pictures.map(
    ({ type, width, height, covered, data }) =>
      html`<img src="data:${type};base64,${data}" width="${width}" height="${height}" alt="${labels.picture} (${covered})">`,
  )
  const by = name === null ? html`` : html` ${name}`
  const kind = entry.removed ? `${author} removed` : author
  return html`<li id="e${n}" class="${kind}"><div class="meta">${n} · ${authors[author]}${by} · ${when(entry.at)}${marks}</div>${old}<div class="text" dir="auto">${entry.text}</div>${buttons}${pictures}</li>
`
}

const verdictRow = ({ at, about, finding, handoff, evidence }: Transcript['verdicts'][number]): Html =>
  html`<tr><td>${when(at)}</td><td>${about} → ${finding}${handoff ? ' 👤' : ''}</td><td>${evidence.join(' ')}</td></tr>`

const deedRow = ({ at, by, action, subject, detail }: Transcript['deeds'][number]): Html =>
  html`<tr><td>${when(at)}</td><td>${by}</td><td>${actions[action] ?? action}</td><td>${subject}</td><td>${Object.entries(
    detail,
  )
    .map(([field, value]) => `${field}: ${value}`)
    .join(', ')}</td></tr>`

/** The whole page. Times are those of Shanghai. */
export function transcriptPage(transcript: Transcript): string {
  const { ticket, entries, verdicts, deeds, complete } = transcript
  const title = `${labels.ticket} #${ticket.number}`
  return html`<!doctype html>
<html lang="${ticket.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<h1>${title}</h1>
${headOf(transcript)}
<h2>${labels.talk}</h2>
${complete ? html`` : html`<p class="meta">${labels.incomplete}</p>`}<ol>
${entries.map(entryOf)}</ol>
<h2>${labels.verdicts}</h2>
<table>${verdicts.map(verdictRow)}</table>
<h2>${labels.deeds}</h2>
<table>${deeds.map(deedRow)}</table>
</body>
</html>
`.text
}
