// Reply markups: their shape, and what Telegram refuses in an inline button.
import { z } from 'zod'
import { breach } from './refusal.ts'
import type { InlineKeyboard } from './wire.ts'

const CALLBACK_BYTES = 64
const MOST_BUTTONS = 100

const style = {
  icon_custom_emoji_id: z.string().optional(),
  style: z.enum(['danger', 'success', 'primary']).optional(),
}
const button = z.strictObject({
  text: z.string(),
  ...style,
  url: z.string().optional(),
  callback_data: z.string().optional(),
  web_app: z.strictObject({ url: z.string() }).optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  copy_text: z.strictObject({ text: z.string().min(1).max(256) }).optional(),
})
const keyButton = z.strictObject({
  text: z.string(),
  ...style,
  request_contact: z.boolean().optional(),
  request_location: z.boolean().optional(),
})

export const inlineKeyboard = z.strictObject({ inline_keyboard: z.array(z.array(button)) })
export const replyMarkup = z.union([
  inlineKeyboard,
  z.strictObject({
    keyboard: z.array(z.array(z.union([keyButton, z.string()]))),
    is_persistent: z.boolean().optional(),
    resize_keyboard: z.boolean().optional(),
    one_time_keyboard: z.boolean().optional(),
    input_field_placeholder: z.string().min(1).max(64).optional(),
    selective: z.boolean().optional(),
  }),
  z.strictObject({ remove_keyboard: z.literal(true), selective: z.boolean().optional() }),
  z.strictObject({
    force_reply: z.literal(true),
    input_field_placeholder: z.string().min(1).max(64).optional(),
    selective: z.boolean().optional(),
  }),
])

/** What a button does when pressed: exactly one of these. */
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'copy_text',
] as const

function checkButton(one: z.output<typeof button>): void {
  const actions = ACTIONS.filter((name) => one[name] !== undefined)
  if (one.text === '') throw breach('inline keyboard button text must be non-empty')
  if (actions.length === 0)
    throw breach(`can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard`)
  if (actions.length > 1) throw breach('inline keyboard button must have exactly one action')
  const bytes = Buffer.byteLength(one.callback_data ?? 'x')
  if (bytes === 0 || bytes > CALLBACK_BYTES) throw breach('BUTTON_DATA_INVALID')
  if (one.url !== undefined && !/^(https?|tg):\/\/\S+$/.test(one.url))
    throw breach(`inline keyboard button URL '${one.url}' is invalid: Wrong HTTP URL`)
}

/** The inline keyboard of a markup; undefined for none, an empty one, or another kind. */
export function keyboardOf(markup: z.output<typeof replyMarkup> | undefined): InlineKeyboard | undefined {
  if (!markup || !('inline_keyboard' in markup)) return undefined
  const rows = markup.inline_keyboard.filter((row) => row.length > 0)
  for (const one of rows.flat()) checkButton(one)
  if (rows.flat().length > MOST_BUTTONS) throw breach('reply markup is too long')
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}
