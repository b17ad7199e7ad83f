// A modal as the bot opens it: a title and up to five labels, each with a field to fill in.
import { z } from 'zod'
import { entitySelects, stringSelect, textDisplay, twins } from './components.ts'
import type { Component } from './message.ts'
import { refuseFaults, text } from './shape.ts'

const common = { id: z.int().min(0).optional() }

const input = z.strictObject({
  type: z.literal(4),
  ...common,
  custom_id: text(1, 100),
  style: z.int().min(1).max(2),
  label: text(1, 45).optional(),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
  required: z.boolean().optional(),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
})

const upload = z.strictObject({
  type: z.literal(19),
  ...common,
  custom_id: text(1, 100),
  min_values: z.int().min(0).max(10).optional(),
  max_values: z.int().min(1).max(10).optional(),
  required: z.boolean().optional(),
})

const choice = z.strictObject({
  label: text(1, 100),
  value: text(1, 100),
  description: z.string().max(100).optional(),
  default: z.boolean().optional(),
})
const radios = z.strictObject({
  type: z.literal(21),
  ...common,
  custom_id: text(1, 100),
  options: z.array(choice).min(2).max(10),
  required: z.boolean().optional(),
})
const checks = z.strictObject({
  type: z.literal(22),
  ...common,
  custom_id: text(1, 100),
  options: z.array(choice).min(1).max(10),
  min_values: z.int().min(0).max(10).optional(),
  max_values: z.int().min(1).max(10).optional(),
  required: z.boolean().optional(),
})

const label = z.strictObject({
  type: z.literal(18),
  ...common,
  label: text(1, 45),
  description: text(1, 100).optional(),
  component: z.discriminatedUnion('type', [input, stringSelect, ...entitySelects, upload, radios, checks]),
})

/** The older way: the label stands in the input itself. */
const row = z.strictObject({
  type: z.literal(1),
  ...common,
  components: z.array(input.required({ label: true })).length(1),
})

export const modalShape = z.strictObject({
  custom_id: text(1, 100),
  title: text(1, 45),
  components: z
    .array(z.discriminatedUnion('type', [label, row, textDisplay]))
    .min(1)
    .max(5),
})

export type Modal = z.output<typeof modalShape>
export type Field = {
  readonly type: number
  readonly custom_id: string
  readonly required?: boolean
  readonly min_length?: number
  readonly max_length?: number
  readonly min_values?: number
  readonly max_values?: number
  readonly options?: readonly { value: string }[]
  readonly value?: string
}

export const checkModal = ({ components }: Modal): void => refuseFaults(twins(components as Component[], 'components'))

export type ModalField = { readonly field: Field; readonly within: 1 | 18 }

/** The fields of a modal, in their order, and how each stands in what is submitted. */
export const fieldsOf = ({ components }: Modal): readonly ModalField[] =>
  components.flatMap((one): ModalField | [] => {
    if (one.type === 18) return { field: one.component as Field, within: 18 }
    return one.type === 1 ? { field: one.components[0] as Field, within: 1 } : []
  })
