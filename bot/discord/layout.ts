// Buttons as Discord takes them: five rows of five, labels of eighty; many choices become a list to pick from. Pure.
import { type APIActionRowComponent, type APIComponentInMessageActionRow, ButtonStyle, ComponentType } from 'discord.js'
import type { Button } from '../../core/ports/chat-platform.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

const ROWS = 5
const A_ROW = 5
const LABEL = 80
const OPTION = 100
const OPTIONS = 25
/** More single choices than this are shown as a list. */
const SINGLES = 5

/** The list has no meaning of its own: what was picked stands in its value. */
export const selectId = (index: number): string => `s:${index}`
export const isSelect = (customId: string): boolean => /^s:\d{1,2}$/.test(customId)

/** Opens the form in which a user writes where the bot can't read what is written. */
export const WRITE = 'write'
/** Opens the private place of whoever presses. */
export const OPEN = 'open'

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

const buttonOf = (button: Button): APIComponentInMessageActionRow =>
  'data' in button
    ? {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: cut(button.label, LABEL),
        custom_id: button.data,
      }
    : { type: ComponentType.Button, style: ButtonStyle.Link, label: cut(button.label, LABEL), url: button.link }

const rowOf = (components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components })

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size))
}

type Choice = Extract<Button, { data: string }>

const listOf = (choices: readonly Choice[], index: number): Row =>
  rowOf([
    {
      type: ComponentType.StringSelect,
      custom_id: selectId(index),
      options: choices.map(({ label, data }) => ({ label: cut(label, OPTION), value: data })),
    },
  ])

const isChoice = (button: Button): button is Choice => 'data' in button

export function layOut(rows: readonly (readonly Button[])[]): Row[] {
  const all = rows.filter((row) => row.length > 0)
  const singles = all.filter((row) => row.length === 1).flat()
  const others = all.filter((row) => row.length > 1).flatMap((row) => chunks(row, A_ROW))
  if (singles.length > SINGLES && singles.every(isChoice)) {
    const lists = chunks(singles, OPTIONS).map((choices, index) => listOf(choices, index))
    return [...lists, ...others.map((row) => rowOf(row.map(buttonOf)))].slice(0, ROWS)
  }
  if (all.length <= ROWS && all.every(({ length }) => length <= A_ROW))
    return all.map((row) => rowOf(row.map(buttonOf)))
  const packed = [...chunks(singles, A_ROW), ...others]
  return packed.slice(0, ROWS).map((row) => rowOf(row.map(buttonOf)))
}
