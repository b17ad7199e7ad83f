// The words around a transcript, both languages side by side: it is read by whoever has to.
import type { TicketRow } from '../../domain/desk.ts'
import type { Entry } from './shape.ts'

export const labels = {
  ticket: '工单 Ticket',
  topic: '问题 Topic',
  account: '账户 Account',
  platform: '平台 Platform',
  state: '状态 State',
  priority: '优先级 Priority',
  owner: '负责人 Owner',
  opened: '开始 Opened',
  claimed: '接手 Claimed',
  firstReply: '首次回复 First reply',
  closed: '结束 Closed',
  reopened: '重开次数 Reopened',
  follows: '接续 Follows',
  merged: '并入 Merged into',
  money: '款项未了结 Money unresolved',
  rating: '评价 Rating',
  made: '导出时间 Exported',
  talk: '对话 Conversation',
  verdicts: '诊断与依据 Verdicts and evidence',
  deeds: '操作记录 Audit',
  before: '修改前 Before the edit',
  held: '未发出，等确认 Held, not sent',
  removed: '已撤回 Taken back',
  picture: '打码截图，遮盖处 Covered picture, places',
  incomplete: '较早的内容太多，没有全部列出。 Earlier messages were too many; not all are listed.',
  yes: '是 yes',
  no: '否 no',
} as const

export const authors: { readonly [A in Entry['author']]: string } = {
  user: '👤 用户 User',
  bot: '🤖 机器人 Bot',
  staff: '💬 客服 Staff',
  note: '📝 内部备注 Internal note',
  system: '⚙️ 系统 System',
}

export const deliveries = {
  waiting: '⏳ 未送达 Not delivered yet',
  undeliverable: '⚠️ 无法送达 Undeliverable',
} as const

export const states: { readonly [S in TicketRow['state']]: string } = {
  queue: '等待接手 Waiting',
  human: '处理中 In progress',
  'waiting-user': '等用户回复 Waiting for the user',
  closed: '已结束 Closed',
}

export const actions: Readonly<Record<string, string>> = {
  'ticket.claim': '接手 claim',
  'ticket.transfer': '转交 transfer',
  'ticket.reply': '回复 reply',
  'ticket.close': '结束 close',
  'ticket.to-bot': '交还机器人 back to bot',
  'ticket.reopen': '重开 reopen',
  'ticket.merge': '合并 merge',
  'ticket.rated': '评价 rated',
  'ticket.hold': '保留 hold',
  'ticket.money': '款项 money',
  'ticket.priority': '优先级 priority',
  'ticket.reviewed': '复查 reviewed',
}
