// Each class of fault is refused, with its file and line: the flows in test/flows/broken are marked where they are broken.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FlowFault } from './check/fault.ts'
import { bookText, readBook } from './check.ts'

const shipped = bookText('data')
const folder = 'test/flows/broken'
const broken = readdirSync(folder).map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }))

const marks = (text: string): string[] =>
  text.split('\n').flatMap((line, index) => {
    const mark = /# ← (\S+)$/.exec(line)
    return mark === null ? [] : [`${index + 1} ${mark[1]}`]
  })
const faultsWith = (flow: { file: string; text: string }): { file: string; line: number; fault: string }[] => {
  const read = readBook({ ...shipped, flows: [...shipped.flows, flow] })
  return read.ok ? [] : read.error
}

const classes: Readonly<Record<FlowFault, true>> = {
  yaml: true,
  shape: true,
  'unknown-step': true,
  'unknown-flow': true,
  'unknown-lookup': true,
  'unknown-action': true,
  'unknown-outcome': true,
  'unhandled-outcome': true,
  'unknown-answer': true,
  'unasked-answer': true,
  'unknown-trigger': true,
  'duplicate-trigger': true,
  'duplicate-flow': true,
  'unreachable-step': true,
  'dead-end': true,
  'loop-without-question': true,
  'no-human': true,
  'missing-text': true,
  'unlike-texts': true,
  'unknown-variable': true,
  'label-too-long': true,
  'text-too-long': true,
  'too-many-choices': true,
  'no-rows': true,
}

describe('a broken flow', () => {
  it.each(broken)('$file is refused at the lines that are marked, and nowhere else', (flow) => {
    const told = faultsWith(flow)
    expect(told.map(({ line, fault }) => `${line} ${fault}`)).toEqual(marks(flow.text))
    expect(new Set(told.map(({ file }) => file))).toEqual(new Set([flow.file]))
  })

  it('stands there for every class of fault', () => {
    const shown = new Set(broken.flatMap(({ text }) => marks(text).map((mark) => mark.split(' ')[1])))
    expect(Object.keys(classes).filter((fault) => !shown.has(fault))).toEqual([])
  })
})

describe('the whole set of flows', () => {
  it('needs a way to a person', () => {
    const flows = shipped.flows.filter(({ file }) => !file.endsWith('/human.yaml'))
    const read = readBook({ ...shipped, flows })
    expect(read.ok ? [] : read.error.map(({ fault }) => fault)).toEqual(['no-human'])
  })

  it('is told where a sentence of the interface is missing or has a slot that nobody fills', () => {
    const text = shipped.texts.text.replace('zh: 已经是第一步了。', 'zh: "{nobody}"').replace('en: Menu', 'en: ""')
    const read = readBook({ ...shipped, texts: { ...shipped.texts, text } })
    const faults = read.ok ? [] : read.error
    expect(faults.map(({ fault }) => fault).toSorted()).toEqual(
      ['missing-text', 'unknown-variable', 'unlike-texts'].toSorted(),
    )
    const slot = faults.find(({ fault }) => fault === 'unknown-variable')
    expect(text.split('\n')[(slot?.line ?? 0) - 1]).toContain('{nobody}')
  })
})
