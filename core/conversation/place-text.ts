// The names of what is said around places: where a talk goes on, forms to write in, the panel of a channel that all can read.

export const placeKeys = [
  // Where the talk goes on.
  ...['place_here', 'place_direct', 'place_none', 'place_received', 'place_unreadable', 'place_name'],
  // A form to write in, where what is typed cannot be read.
  ...['form_button', 'form_title', 'form_about', 'form_words', 'form_picture'],
  // The panel of a channel.
  ...['panel_words', 'panel_button', 'panel_done', 'panel_not_allowed'],
  // To staff.
  ...['room_name', 'room_words', 'room_threads', 'reply_title', 'reply_words'],
] as const

export const placeSlots: Partial<Record<(typeof placeKeys)[number], readonly string[]>> = {
  place_here: ['place'],
  reply_title: ['ticket'],
  room_threads: ['open', 'most'],
}
