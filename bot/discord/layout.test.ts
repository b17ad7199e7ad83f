// Buttons within the limits of Discord: rows of five, five rows, lists for many.
import { ComponentType } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Button } from '../../core/ports/chat-platform.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { isSelect, layOut } from './layout.ts'

const button = (label: string): Button => ({ label: redact(new Raw(label)).text, data: `c:1:${label.length}` })
const singles = (count: number): Button[][] => Array.from({ length: count }, (_, i) => [button('x'.repeat(i + 1))])
const short = [button('a'), button('bb'), button('ccc')]

describe('buttons on Discord', () => {
  it('keep their rows where there are few', () => {
    expect(layOut([...singles(3), short]).map(({ components }) => components.length)).toEqual([1, 1, 1, 3])
  })

  it('stand side by side where rows would be too many', () => {
    expect(layOut([...singles(5), short]).map(({ components }) => components.length)).toEqual([5, 3])
  })

  it('become a list where there are more than five choices, the short row under it', () => {
    const [list, row] = layOut([...singles(12), short])
    const select = list?.components[0]
    expect(select).toMatchObject({ type: ComponentType.StringSelect, options: { length: 12 } })
    expect(isSelect(select && 'custom_id' in select ? select.custom_id : '')).toBe(true)
    expect(row?.components).toHaveLength(3)
  })

  it('become several lists where one is too short, and never more than five rows', () => {
    const rows = layOut([...singles(60), short])
    expect(rows.map(({ components }) => components[0]?.type)).toEqual([3, 3, 3, 2])
    expect(layOut(Array.from({ length: 9 }, () => short)).length).toBe(5)
  })

  it('are cut where a label is too long', () => {
    const [row] = layOut([[button('字'.repeat(90))]])
    expect(row?.components[0]).toMatchObject({ label: `${'字'.repeat(79)}…` })
  })
})
