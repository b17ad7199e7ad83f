// The commands that Telegram shows under the menu button: for users in their language, for staff in their group.
import type { Client } from './api.ts'

type Words = { readonly zh: string; readonly en: string }

/** In the order in which they are shown. */
const forUsers: { readonly [command: string]: Words } = {
  start: { zh: '菜单', en: 'Menu' },
  orders: { zh: '我的订单', en: 'My orders' },
  balance: { zh: '余额和流水', en: 'Balance and entries' },
  recharge: { zh: '充值', en: 'Buy credit' },
  redeem: { zh: '使用兑换码', en: 'Redeem a code' },
  link: { zh: '绑定账号', en: 'Link your account' },
  human: { zh: '人工客服', en: 'Talk to a person' },
  language: { zh: '语言 / Language', en: 'Language / 语言' },
  support: { zh: '联系我们', en: 'How to reach us' },
  help: { zh: '能做什么', en: 'What I can do' },
  cancel: { zh: '停止当前操作', en: 'Stop here' },
}

const forStaff: { readonly [command: string]: Words } = {
  r: { zh: '回复用户：/r 内容', en: 'Answer the user: /r TEXT' },
  claim: { zh: '接手这张工单', en: 'Claim this ticket' },
  note: { zh: '内部备注', en: 'Internal note' },
  close: { zh: '结束工单', en: 'Close the ticket' },
  reopen: { zh: '重新打开', en: 'Reopen the ticket' },
  bot: { zh: '交还机器人', en: 'Back to the bot' },
  help: { zh: '全部命令', en: 'All commands' },
}

const listed = (commands: typeof forUsers, lang: keyof Words) =>
  Object.entries(commands).map(([command, words]) => ({ command, description: words[lang] }))

/** Chinese where the app's language is neither; what fails is only less convenient. */
export async function setCommands({ api }: Client, staffChat: string): Promise<void> {
  const users = { type: 'all_private_chats' } as const
  const staff = { type: 'chat', chat_id: Number(staffChat) } as const
  const calls = [
    { scope: users, commands: listed(forUsers, 'zh') },
    { scope: users, commands: listed(forUsers, 'zh'), language_code: 'zh' as const },
    { scope: users, commands: listed(forUsers, 'en'), language_code: 'en' as const },
    { scope: staff, commands: listed(forStaff, 'zh') },
    { scope: staff, commands: listed(forStaff, 'en'), language_code: 'en' as const },
  ]
  for (const call of calls) await api.raw.setMyCommands(call).catch(() => undefined)
}
