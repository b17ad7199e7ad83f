// Parameters that many methods share, as the Bot API describes them.
import { z } from 'zod'
import { replyMarkup } from './buttons.ts'

export const chatId = z.union([z.int(), z.string()])
export const entities = z
  .array(
    z.strictObject({
      type: z.string(),
      offset: z.int(),
      length: z.int(),
      url: z.string().optional(),
      user: z.unknown().optional(),
      language: z.string().optional(),
      custom_emoji_id: z.string().optional(),
      unix_time: z.int().optional(),
      date_time_format: z.string().optional(),
    }),
  )
  .optional()

export const captioned = {
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: entities,
}

export const aboveMedia = { show_caption_above_media: z.boolean().optional() }
export const spoiler = { has_spoiler: z.boolean().optional() }
export const preview = z
  .strictObject({
    is_disabled: z.boolean().optional(),
    url: z.string().optional(),
    prefer_small_media: z.boolean().optional(),
    prefer_large_media: z.boolean().optional(),
    show_above_text: z.boolean().optional(),
  })
  .optional()

export const replyParameters = z
  .strictObject({
    message_id: z.int(),
    chat_id: chatId.optional(),
    allow_sending_without_reply: z.boolean().optional(),
    quote: z.string().max(1024).optional(),
    quote_parse_mode: z.string().optional(),
    quote_entities: entities,
    quote_position: z.int().optional(),
  })
  .optional()

/** Where a message goes. */
export const place = {
  chat_id: chatId,
  message_thread_id: z.int().optional(),
  direct_messages_topic_id: z.int().optional(),
}

export const quiet = {
  disable_notification: z.boolean().optional(),
  protect_content: z.boolean().optional(),
  allow_paid_broadcast: z.boolean().optional(),
  message_effect_id: z.string().optional(),
}

/** What every method that sends one message takes. */
export const sending = {
  business_connection_id: z.string().optional(),
  ...place,
  ...quiet,
  reply_parameters: replyParameters,
  reply_markup: replyMarkup.optional(),
}

/** An upload comes as `attach://…`. */
export const file = z.string()
export const size = { duration: z.int().optional(), width: z.int().optional(), height: z.int().optional() }

/** Which message is edited. */
export const edited = {
  business_connection_id: z.string().optional(),
  chat_id: chatId,
  message_id: z.int(),
}
