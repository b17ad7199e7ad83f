// The names of the product's own short sentences and buttons (data/texts/interface.yaml holds the words).
import { z } from 'zod'
import { billKeys, billSlots } from './bill-text.ts'
import { moneyKeys, moneySlots } from './money-text.ts'
import { placeKeys, placeSlots } from './place-text.ts'
import { staffKeys, staffSlots } from './staff-text.ts'
import { bilingualText, type Template } from './template.ts'

/** Said by the engine. */
const spoken = [
  ...['menu', 'back', 'human', 'cancel', 'again'],
  ...[
    'moved_on',
    'restarted',
    'first_step',
    'cancelled',
    'ended',
    'failed',
    'not_linked',
    'still_looking',
    'late_result',
  ],
  ...['nudge', 'parked', 'not_understood', 'offer_human', 'still_here'],
  ...[
    'miss_order',
    'miss_amount',
    'miss_code',
    'miss_link_code',
    'miss_tax_id',
    'miss_title',
    'miss_reason',
    'miss_language',
    'amount_limits',
  ],
] as const

/** Said by the desk around a conversation: the engine knows neither tickets nor hours nor pictures. */
const desk = [
  ...['handed_over', 'handed_over_closed', 'with_person', 'back_to_bot', 'ticket_closed', 'reply_from'],
  ...['incident_joined', 'incident_solved'],
  ...[
    'picture_masked',
    'picture_read',
    'picture_refused',
    'too_long',
    'too_fast',
    'secret_hidden',
    'go_private',
    'open_private',
    'group_removed',
    'group_removed_private',
    'went_wrong',
    'may_repeat',
    'rate_us',
    'rated',
    'rated_already',
    'rated_not_now',
    'close_warning',
    'closed_by_silence',
  ],
  // What nobody can read for secrets.
  ...[
    'unreadable_voice',
    'unreadable_video',
    'unreadable_sticker',
    'unreadable_file',
    'unreadable_contact',
    'unreadable_location',
    'unreadable_poll',
    'unreadable_other',
  ],
  // To staff.
  ...['staff_user_blocked', 'staff_user_back', 'staff_intake', 'staff_poison'],
  // To staff, by the clock.
  ...['staff_overdue', 'staff_due_first', 'staff_due_next', 'staff_due_resolve', 'staff_review', 'staff_digest'],
] as const

export const interfaceKeys = [...spoken, ...desk, ...billKeys, ...moneyKeys, ...placeKeys, ...staffKeys] as const
export type InterfaceKey = (typeof interfaceKeys)[number]
export type InterfaceTexts = Readonly<Record<InterfaceKey, Template>>

/** Slots that the desk fills, by key; every other text may use the policy's variables only. */
export const interfaceSlots: Partial<Record<InterfaceKey, readonly string[]>> = {
  late_result: ['say', 'next'],
  handed_over: ['ticket'],
  handed_over_closed: ['ticket', 'back_at'],
  with_person: ['ticket'],
  ticket_closed: ['ticket'],
  reply_from: ['persona'],
  too_long: ['most'],
  picture_masked: ['covered'],
  picture_read: ['fields'],
  rate_us: ['ticket'],
  close_warning: ['ticket', 'close_at'],
  closed_by_silence: ['ticket'],
  staff_due_first: ['due_at'],
  staff_due_next: ['due_at'],
  staff_due_resolve: ['due_at'],
  staff_digest: [
    ...['span', 'talks', 'judged', 'solved', 'opened', 'closed', 'reopened', 'topics', 'half', 'most', 'unanswered'],
    ...['origins', 'stale', 'rating', 'overdue', 'dead', 'suspense'],
  ],
  staff_intake: ['count'],
  staff_poison: ['event'],
  incident_joined: ['ticket'],
  incident_solved: ['ticket'],
  ...billSlots,
  ...moneySlots,
  ...placeSlots,
  ...staffSlots,
}

export const interfaceShape = z.strictObject({ texts: z.record(z.enum(interfaceKeys), bilingualText) })
