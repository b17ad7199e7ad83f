// The baseline: a bare grammY bot that says back what it hears, keeps nothing, redacts nothing.
// node telegram-echo.ts TOKEN API_ROOT
import { Bot } from 'grammy'

const [token = '', apiRoot = ''] = process.argv.slice(2)
const bot = new Bot(token, { client: { apiRoot } })
bot.on('message:text', (context) => context.reply(context.message.text))
await bot.start()
