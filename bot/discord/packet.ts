// Events of the gateway as they come, as far as the bot looks at them, each with a name under which it is taken once.
import type {
  APIInteraction,
  APIMessage,
  APIThreadChannel,
  GatewayDispatchEvents,
  GatewayGuildCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
  GatewayThreadDeleteDispatchData,
  GatewayThreadListSyncDispatchData,
} from 'discord.js'

export type Packet =
  | { readonly t: `${GatewayDispatchEvents.InteractionCreate}`; readonly d: APIInteraction }
  | { readonly t: `${GatewayDispatchEvents.MessageCreate}`; readonly d: GatewayMessageCreateDispatchData }
  | { readonly t: `${GatewayDispatchEvents.MessageUpdate}`; readonly d: GatewayMessageCreateDispatchData }
  | { readonly t: `${GatewayDispatchEvents.MessageDelete}`; readonly d: GatewayMessageDeleteDispatchData }
  | { readonly t: `${GatewayDispatchEvents.MessageDeleteBulk}`; readonly d: GatewayMessageDeleteBulkDispatchData }
  | { readonly t: `${GatewayDispatchEvents.MessageReactionAdd}`; readonly d: GatewayMessageReactionAddDispatchData }
  | {
      readonly t: `${GatewayDispatchEvents.MessageReactionRemove}`
      readonly d: GatewayMessageReactionRemoveDispatchData
    }
  | { readonly t: `${GatewayDispatchEvents.ThreadCreate}`; readonly d: APIThreadChannel }
  | { readonly t: `${GatewayDispatchEvents.ThreadUpdate}`; readonly d: APIThreadChannel }
  | { readonly t: `${GatewayDispatchEvents.ThreadDelete}`; readonly d: GatewayThreadDeleteDispatchData }
  | { readonly t: `${GatewayDispatchEvents.ThreadListSync}`; readonly d: GatewayThreadListSyncDispatchData }
  | { readonly t: `${GatewayDispatchEvents.ChannelDelete}`; readonly d: { readonly id: string } }
  | { readonly t: `${GatewayDispatchEvents.GuildCreate}`; readonly d: GatewayGuildCreateDispatchData }

/** A message as an event tells it; `member` comes with the gateway's only. */
export type Told = APIMessage & Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'member'>>
