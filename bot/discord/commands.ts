// The commands as Discord lists them, in the languages of its app, and whether they were registered as they are.
import { createHash } from 'node:crypto'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as Command,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js'
import type { Store } from '../../core/store/open.ts'
import type { Client } from './api.ts'

type Words = { readonly cn: string; readonly tw: string; readonly en: string }
type Listed = { readonly name: Words; readonly says: Words; readonly option?: readonly [string, Words] }

const CODE = { cn: '兑换码', tw: '兌換碼', en: 'The code' }
const LINK = { cn: '绑定码', tw: '綁定碼', en: 'The link code' }
const AMOUNT = { cn: '金额，整元', tw: '金額，整元', en: 'Whole yuan' }
const TEXT = { cn: '要说的话', tw: '要說的話', en: 'What you want to say' }

/** In the order of the contract; the key is the command of every platform. */
const forUsers: { readonly [command: string]: Listed } = {
  start: { name: { cn: '菜单', tw: '選單', en: 'start' }, says: { cn: '打开菜单', tw: '打開選單', en: 'The menu' } },
  help: { name: { cn: '帮助', tw: '說明', en: 'help' }, says: { cn: '能做什么', tw: '能做什麼', en: 'What I can do' } },
  support: {
    name: { cn: '客服', tw: '客服', en: 'support' },
    says: { cn: '联系我们', tw: '聯絡我們', en: 'How to reach us' },
    option: ['text', TEXT],
  },
  orders: { name: { cn: '订单', tw: '訂單', en: 'orders' }, says: { cn: '我的订单', tw: '我的訂單', en: 'My orders' } },
  balance: {
    name: { cn: '余额', tw: '餘額', en: 'balance' },
    says: { cn: '余额和流水', tw: '餘額和流水', en: 'Balance and entries' },
  },
  recharge: {
    name: { cn: '充值', tw: '儲值', en: 'recharge' },
    says: { cn: '充值', tw: '儲值', en: 'Buy credit' },
    option: ['amount', AMOUNT],
  },
  redeem: {
    name: { cn: '兑换', tw: '兌換', en: 'redeem' },
    says: { cn: '使用兑换码', tw: '使用兌換碼', en: 'Redeem a code' },
    option: ['code', CODE],
  },
  link: {
    name: { cn: '绑定', tw: '綁定', en: 'link' },
    says: { cn: '绑定账号', tw: '綁定帳號', en: 'Link your account' },
    option: ['code', LINK],
  },
  language: {
    name: { cn: '语言', tw: '語言', en: 'language' },
    says: { cn: '语言 / Language', tw: '語言 / Language', en: 'Language / 语言' },
  },
  human: {
    name: { cn: '人工', tw: '真人客服', en: 'human' },
    says: { cn: '人工客服', tw: '真人客服', en: 'Talk to a person' },
  },
  cancel: {
    name: { cn: '取消', tw: '取消', en: 'cancel' },
    says: { cn: '停止当前操作', tw: '停止目前操作', en: 'Stop here' },
  },
}

const forStaff: { readonly [command: string]: Listed } = {
  r: {
    name: { cn: '回复', tw: '回覆', en: 'r' },
    says: { cn: '回复用户', tw: '回覆使用者', en: 'Answer the user' },
    option: ['text', TEXT],
  },
  note: {
    name: { cn: '备注', tw: '備註', en: 'note' },
    says: { cn: '内部备注', tw: '內部備註', en: 'Internal note' },
    option: ['text', TEXT],
  },
  claim: {
    name: { cn: '接手', tw: '接手', en: 'claim' },
    says: { cn: '接手工单', tw: '接手工單', en: 'Claim this ticket' },
  },
  close: {
    name: { cn: '结束', tw: '結束', en: 'close' },
    says: { cn: '结束工单', tw: '結束工單', en: 'Close the ticket' },
  },
  reopen: {
    name: { cn: '重开', tw: '重開', en: 'reopen' },
    says: { cn: '重新打开', tw: '重新打開', en: 'Reopen the ticket' },
  },
  bot: {
    name: { cn: '交还', tw: '交還', en: 'bot' },
    says: { cn: '交还机器人', tw: '交還機器人', en: 'Back to the bot' },
  },
}

export const PANEL = 'panel'
const panel: Listed = {
  name: { cn: '面板', tw: '面板', en: PANEL },
  says: { cn: '在这个频道放一个联系客服的按钮', tw: '在這個頻道放一個聯絡客服的按鈕', en: 'Put a support button here' },
}

const localised = ({ cn, tw }: Words) => ({ 'zh-CN': cn, 'zh-TW': tw })

const commandOf = (name: string, { name: names, says, option }: Listed): Command => ({
  type: ApplicationCommandType.ChatInput,
  name,
  name_localizations: localised(names),
  description: says.en,
  description_localizations: localised(says),
  ...(option
    ? {
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: option[0],
            description: option[1].en,
            description_localizations: localised(option[1]),
            required: name === 'r' || name === 'note',
          },
        ],
      }
    : {}),
})

/** Everywhere: in the guild and in direct messages. */
export const userCommands = (): readonly Command[] =>
  Object.entries(forUsers).map(([name, listed]) => ({
    ...commandOf(name, listed),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  }))

/** In the guild only, and shown to those who may; who is staff is asked again at every use. */
export const guildCommands = (): readonly Command[] => [
  ...Object.entries(forStaff).map(([name, listed]) => ({
    ...commandOf(name, listed),
    default_member_permissions: String(PermissionFlagsBits.ManageThreads),
  })),
  { ...commandOf(PANEL, panel), default_member_permissions: String(PermissionFlagsBits.ManageGuild) },
]

const REGISTERED = 'discord.commands'

const hashOf = (application: string, guild: string): string =>
  createHash('sha256')
    .update(JSON.stringify([application, guild, userCommands(), guildCommands()]))
    .digest('base64url')

/** True where they had to be told. */
export async function registerCommands(
  { rest }: Client,
  store: Store,
  { application, guild }: { readonly application: string; readonly guild: string },
  signal: AbortSignal,
): Promise<boolean> {
  const hash = hashOf(application, guild)
  if ((await store.read((r) => r.threads.fact(REGISTERED))) === hash) return false
  await rest.put(Routes.applicationCommands(application), { body: userCommands(), signal })
  await rest.put(Routes.applicationGuildCommands(application, guild), { body: guildCommands(), signal })
  await store.write((w) => w.threads.putFact(REGISTERED, hash))
  return true
}
