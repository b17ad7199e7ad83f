// Buttons, selects, rows and the newer layout parts: their shapes, and what holds for all parts of a message together.
import { z } from 'zod'
import { COMPONENTS_V2, type Component } from './message.ts'
import type { FormFault } from './refusal.ts'
import { fault, snowflake, text } from './shape.ts'

const common = { id: z.int().min(0).optional() }
const customId = text(1, 100)
const emoji = z.strictObject({
  id: snowflake.nullish(),
  name: z.string().max(100).nullish(),
  animated: z.boolean().optional(),
})

const button = z
  .strictObject({
    type: z.literal(2),
    ...common,
    style: z.int().min(1).max(6),
    label: z.string().max(80).optional(),
    emoji: emoji.optional(),
    custom_id: customId.optional(),
    url: z.string().max(512).optional(),
    sku_id: snowflake.optional(),
    disabled: z.boolean().optional(),
  })
  .check((about) => {
    const { style, custom_id, url, label, emoji: face } = about.value
    const broken = (field: string, code: string, message: string) =>
      about.issues.push({ code: 'custom', path: [field], message, params: { code }, input: about.value })
    const links = style === 5
    if (links && url === undefined) broken('url', 'BASE_TYPE_REQUIRED', 'A url is required')
    if (links && custom_id !== undefined)
      broken(
        'custom_id',
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      )
    if (style < 5 && custom_id === undefined)
      broken('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')
    if (style < 5 && url !== undefined) broken('url', 'BUTTON_COMPONENT_INVALID_URL', 'Only link buttons have a url')
    if (url !== undefined && !/^(https?|discord):\/\/\S+$/.test(url))
      broken('url', 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of ('http', 'https', 'discord').`)
    if (!label && !face && style !== 6)
      broken('label', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required')
  })

const picking = {
  ...common,
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
  required: z.boolean().optional(),
}

export const stringSelect = z.strictObject({
  type: z.literal(3),
  ...picking,
  options: z
    .array(
      z.strictObject({
        label: text(1, 100),
        value: text(1, 100),
        description: z.string().max(100).optional(),
        emoji: emoji.optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25),
})

const defaults = z
  .array(z.strictObject({ id: snowflake, type: z.string() }))
  .max(25)
  .optional()
export const entitySelects = [
  z.strictObject({ type: z.literal(5), ...picking, default_values: defaults }),
  z.strictObject({ type: z.literal(6), ...picking, default_values: defaults }),
  z.strictObject({ type: z.literal(7), ...picking, default_values: defaults }),
  z.strictObject({
    type: z.literal(8),
    ...picking,
    default_values: defaults,
    channel_types: z.array(z.int()).optional(),
  }),
] as const

const row = z.strictObject({
  type: z.literal(1),
  ...common,
  components: z
    .array(z.discriminatedUnion('type', [button, stringSelect, ...entitySelects]))
    .min(1)
    .max(5),
})

const media = z.strictObject({ url: z.string().max(2048) })
export const textDisplay = z.strictObject({ type: z.literal(10), ...common, content: text(1, 4000) })
const thumbnail = z.strictObject({
  type: z.literal(11),
  ...common,
  media,
  description: z.string().max(1024).nullish(),
  spoiler: z.boolean().optional(),
})
const section = z.strictObject({
  type: z.literal(9),
  ...common,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
})
const gallery = z.strictObject({
  type: z.literal(12),
  ...common,
  items: z
    .array(z.strictObject({ media, description: z.string().max(1024).nullish(), spoiler: z.boolean().optional() }))
    .min(1)
    .max(10),
})
const fileShown = z.strictObject({ type: z.literal(13), ...common, file: media, spoiler: z.boolean().optional() })
const separator = z.strictObject({
  type: z.literal(14),
  ...common,
  divider: z.boolean().optional(),
  spacing: z.int().min(1).max(2).optional(),
})
const container = z.strictObject({
  type: z.literal(17),
  ...common,
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
  components: z
    .array(z.discriminatedUnion('type', [row, textDisplay, section, gallery, fileShown, separator]))
    .min(1)
    .max(40),
})

const MOST_ROWS = 5
const MOST_PARTS = 40
const MOST_TEXT = 4000

export const components = z
  .array(z.discriminatedUnion('type', [row, textDisplay, section, gallery, fileShown, separator, container]))
  .max(MOST_PARTS)

/** All parts, from the outside in, each with where it stands. */
export function parts(
  given: unknown,
  path: readonly PropertyKey[] = [],
): { part: Component; path: readonly PropertyKey[] }[] {
  if (Array.isArray(given)) return given.flatMap((one, index) => parts(one, [...path, index]))
  const part = given as Component
  return [
    { part, path },
    ...(part.components ? parts(part.components, [...path, 'components']) : []),
    ...(part.accessory ? parts(part.accessory, [...path, 'accessory']) : []),
    ...(part.component ? parts(part.component, [...path, 'component']) : []),
  ]
}

const repeated = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value, index) => values.indexOf(value) !== index))

/** Custom ids and the values of options are each there once. */
export function twins(given: readonly Component[], root: PropertyKey): readonly FormFault[] {
  const all = parts(given, [root])
  const twice = repeated(all.flatMap(({ part }) => (typeof part.custom_id === 'string' ? [part.custom_id] : [])))
  return all.flatMap(({ part, path }) => {
    const values = (part.options as { value: string }[] | undefined)?.map(({ value }) => value) ?? []
    return [
      ...(twice.has(String(part.custom_id))
        ? [fault([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
        : []),
      ...(repeated(values).size > 0
        ? [
            fault(
              [...path, 'options'],
              'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
              'The specified option value is already used',
            ),
          ]
        : []),
    ]
  })
}

/** What holds for the parts of one message together. */
export function layoutFaults(given: readonly Component[], flags: number): readonly FormFault[] {
  const all = parts(given, ['components'])
  const faults = [...twins(given, 'components')]
  const wide = all.filter(
    ({ part }) =>
      part.type === 1 &&
      (part.components as Component[]).some(({ type }) => type !== 2) &&
      (part.components as Component[]).length > 1,
  )
  faults.push(
    ...wide.map(({ path }) =>
      fault(
        [...path, 'components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      ),
    ),
  )
  if (flags & COMPONENTS_V2) {
    const words = all.reduce((sum, { part }) => sum + (part.type === 10 ? String(part.content).length : 0), 0)
    if (all.length > MOST_PARTS)
      faults.push(
        fault(
          ['components'],
          'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
          `The maximum total components is ${MOST_PARTS}`,
        ),
      )
    if (words > MOST_TEXT)
      faults.push(
        fault(
          ['components'],
          'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
          `Text must be ${MOST_TEXT} or fewer in length.`,
        ),
      )
    return faults
  }
  if (given.length > MOST_ROWS)
    faults.push(fault(['components'], 'BASE_TYPE_MAX_LENGTH', `Must be ${MOST_ROWS} or fewer in length.`))
  given.forEach(({ type }, index) => {
    if (type !== 1) faults.push(fault(['components', index, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of (1).'))
  })
  return faults
}

const SELECT = { min_values: 1, max_values: 1 }
/** What Discord adds where it is not said. */
const DEFAULTS: { readonly [type: number]: object } = {
  3: SELECT,
  5: SELECT,
  6: SELECT,
  7: SELECT,
  8: SELECT,
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
}

/** As they stand once sent: each part has a number. */
export function numbered(given: readonly Component[]): readonly Component[] {
  const taken = new Set(parts(given).flatMap(({ part }) => (part.id ? [part.id as number] : [])))
  let next = 0
  const free = (): number => {
    do next += 1
    while (taken.has(next))
    return next
  }
  const one = (part: Component): Component => {
    const id = (part.id as number | undefined) || free()
    return {
      ...DEFAULTS[part.type],
      ...part,
      id,
      ...(part.components ? { components: (part.components as Component[]).map(one) } : {}),
      ...(part.accessory ? { accessory: one(part.accessory as Component) } : {}),
    }
  }
  return given.map(one)
}
