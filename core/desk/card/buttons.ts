// The buttons under a ticket's card: those that fit its state.
import type { TicketRow } from '../../domain/desk.ts'
import type { Button } from '../../ports/chat-platform.ts'
import { mint } from '../../redaction/redacted.ts'
import { staffData } from '../outbox/address.ts'

const buttons = {
  claim: { zh: '接手', en: 'Claim' },
  reply: { zh: '回复', en: 'Reply' },
  requery: { zh: '再查支付平台', en: 'Ask the provider' },
  canned: { zh: '常用回复', en: 'Canned replies' },
  bot: { zh: '交还机器人', en: 'Back to bot' },
  close: { zh: '结束', en: 'Close' },
  reopen: { zh: '重新打开', en: 'Reopen' },
  help: { zh: '全部命令', en: 'All commands' },
} as const

const shown: { readonly [S in TicketRow['state']]: readonly (readonly (keyof typeof buttons)[])[] } = {
  queue: [['claim', 'reply'], ['requery', 'help'], ['close']],
  human: [
    ['reply', 'canned'],
    ['requery', 'help'],
    ['bot', 'close'],
  ],
  'waiting-user': [
    ['reply', 'canned'],
    ['requery', 'help'],
    ['bot', 'close'],
  ],
  closed: [['reopen']],
}

export const cardButtons = ({ id, state, lang }: TicketRow): readonly (readonly Button[])[] =>
  shown[state].map((row) => row.map((verb) => ({ label: mint(buttons[verb][lang]), data: staffData(id, verb) })))
