// The names of what the desk says to colleagues in a ticket's thread, and the slots that it fills.

export const staffKeys = [
  // Who may do what.
  ...['staff_not_member', 'staff_not_proven', 'staff_unknown_command', 'staff_help', 'staff_done_before'],
  ...['staff_taken', 'staff_is_closed', 'staff_money_open', 'staff_not_owner', 'staff_too_old', 'staff_not_closed'],
  ...['staff_no_ticket', 'staff_same_ticket', 'staff_no_account', 'staff_no_order', 'staff_reason_needed'],
  // What goes to the user, and what does not.
  ...['staff_prompt', 'staff_reply_empty', 'staff_held', 'staff_preview', 'staff_sent', 'staff_dropped'],
  ...['staff_not_held', 'staff_not_yours', 'staff_unsend_how', 'staff_unsent', 'staff_unsent_note'],
  ...[
    'staff_unsent_before',
    'staff_canned_names',
    'staff_canned_lacks',
    'staff_transcript',
    'staff_not_sent',
    'staff_unknown_copy',
  ],
  ...['staff_picture_refused', 'staff_button_send', 'staff_button_send_anyway', 'staff_button_drop'],
  // Whose it is.
  ...['staff_claimed', 'staff_closed_done', 'staff_to_bot', 'staff_reopened', 'staff_transfer_how'],
  ...['staff_transferred', 'staff_priority_how', 'staff_priority_set', 'staff_hold_on', 'staff_hold_off'],
  ...['staff_merge_how', 'staff_merged', 'staff_merged_here', 'staff_who', 'staff_state_queue'],
  ...['staff_state_human', 'staff_state_waiting', 'staff_state_closed', 'staff_topic_reopened'],
  // Money.
  ...['staff_second_needed', 'staff_second_none', 'staff_second_self', 'staff_second_old', 'staff_button_agree'],
  ...['staff_requery_started', 'staff_requery_result', 'staff_refund_how', 'staff_refund_none'],
  ...['staff_refund_stands', 'staff_refund_approved', 'staff_refund_rejected', 'staff_suspense_none'],
  ...['staff_suspense_how', 'staff_suspense_no_order', 'staff_suspense_credited', 'staff_suspense_granted'],
  ...['staff_suspense_returned', 'staff_credit_how', 'staff_credited', 'staff_task_none', 'staff_task_how'],
  ...['staff_task_refunded', 'staff_code_none', 'staff_code_how', 'staff_code_stands', 'staff_code_disabled'],
  ...['staff_code_reissued'],
  // What was covered.
  ...['staff_original_off', 'staff_original_how', 'staff_original_gone', 'staff_original_ready'],
  ...['staff_original_opened', 'staff_original_theirs', 'staff_button_open'],
] as const

export type StaffKey = (typeof staffKeys)[number]

export const staffSlots: Partial<Record<StaffKey, readonly string[]>> = {
  staff_taken: ['persona'],
  staff_prompt: ['ticket'],
  staff_held: ['persona'],
  staff_preview: ['text'],
  staff_canned_names: ['names'],
  staff_canned_lacks: ['names'],
  staff_transcript: ['count', 'lines', 'ticket'],
  staff_claimed: ['persona', 'ticket'],
  staff_closed_done: ['persona', 'ticket'],
  staff_reopened: ['persona', 'ticket'],
  staff_transfer_how: ['people'],
  staff_transferred: ['persona'],
  staff_priority_set: ['priority'],
  staff_merged: ['ticket', 'main'],
  staff_merged_here: ['ticket', 'main'],
  staff_who: ['ticket', 'state', 'persona', 'due', 'people'],
  staff_second_needed: ['amount', 'limit', 'persona'],
  staff_requery_started: ['order'],
  staff_requery_result: ['order', 'verdict', 'status', 'amount'],
  staff_refund_stands: ['amount'],
  staff_refund_approved: ['amount', 'order'],
  staff_refund_rejected: ['amount', 'order'],
  staff_suspense_how: ['list'],
  staff_suspense_credited: ['amount', 'order'],
  staff_suspense_granted: ['amount', 'order'],
  staff_suspense_returned: ['amount', 'order'],
  staff_credited: ['amount', 'account'],
  staff_task_how: ['list'],
  staff_task_refunded: ['task', 'amount'],
  staff_code_how: ['list'],
  staff_code_stands: ['code'],
  staff_code_disabled: ['code'],
  staff_code_reissued: ['code', 'amount'],
}
