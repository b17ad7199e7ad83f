// Every setting that belongs to a block: a platform or channel with none of its settings is off, half a block is an error.
import { mcpOauth } from '../core/kit/mcp-settings.ts'
import { address, either, key, listOf, needed, port, secret, snowflake, userId, word } from '../core/kit/setting.ts'

export { mcp } from '../core/kit/mcp-settings.ts'

export const blocks = {
  telegram: {
    token: needed('TELEGRAM_BOT_TOKEN', secret),
    apiRoot: either('TELEGRAM_API_ROOT', address, 'https://api.telegram.org'),
    staffChatId: needed('TELEGRAM_STAFF_CHAT_ID', userId),
    staffIds: needed('TELEGRAM_STAFF_IDS', listOf(userId)),
  },
  telegramWebhook: {
    url: needed('TELEGRAM_WEBHOOK_URL', address),
    secret: needed('TELEGRAM_WEBHOOK_SECRET', secret),
  },
  discord: {
    token: needed('DISCORD_BOT_TOKEN', secret),
    apiRoot: either('DISCORD_API_ROOT', address, 'https://discord.com/api'),
    guildId: needed('DISCORD_GUILD_ID', snowflake),
    staffChannelId: needed('DISCORD_STAFF_CHANNEL_ID', snowflake),
    staffRoleId: needed('DISCORD_STAFF_ROLE_ID', snowflake),
  },
  mcpOauth,
  alipay: {
    appId: needed('ALIPAY_APP_ID', word),
    privateKey: needed('ALIPAY_PRIVATE_KEY', key),
    publicKey: needed('ALIPAY_PUBLIC_KEY', key),
    sellerId: needed('ALIPAY_SELLER_ID', word),
    apiRoot: either('ALIPAY_API_ROOT', address, 'https://openapi.alipay.com/gateway.do'),
  },
  wechat: {
    merchantId: needed('WECHAT_MCH_ID', word),
    appId: needed('WECHAT_APP_ID', word),
    apiV3Key: needed('WECHAT_API_V3_KEY', secret),
    privateKey: needed('WECHAT_PRIVATE_KEY', key),
    certSerial: needed('WECHAT_CERT_SERIAL', word),
    platformPublicKey: needed('WECHAT_PLATFORM_PUBLIC_KEY', key),
    platformKeyId: needed('WECHAT_PLATFORM_KEY_ID', word),
    apiRoot: either('WECHAT_API_ROOT', address, 'https://api.mch.weixin.qq.com'),
  },
  epay: {
    merchantId: needed('EPAY_PID', word),
    key: needed('EPAY_KEY', secret),
    // Every operator of this protocol has an address of his own.
    apiRoot: needed('EPAY_API_ROOT', address),
    dialect: either('EPAY_DIALECT', word, 'standard'),
  },
  stripe: {
    secretKey: needed('STRIPE_SECRET_KEY', secret),
    webhookSecret: needed('STRIPE_WEBHOOK_SECRET', secret),
    apiRoot: either('STRIPE_API_ROOT', address, 'https://api.stripe.com'),
  },
} as const

export type BlockName = keyof typeof blocks

/** A block that is nothing without another. */
export const within: { readonly [B in BlockName]?: BlockName } = { telegramWebhook: 'telegram' }

/** Settings that stand alone, each with what holds without it. */
export const http = {
  host: either('HTTP_HOST', word, '127.0.0.1'),
  port: either('HTTP_PORT', port, 8787),
} as const
