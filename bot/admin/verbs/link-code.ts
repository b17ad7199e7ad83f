// The one-time code by which somebody links a chat to an account.
import { makeLinkCode } from '../../../core/desk/chat/link.ts'
import { audited } from '../desk.ts'
import { rowId } from '../shapes.ts'
import { done, failed, taken, verb } from '../verb.ts'

export const linkCode = verb({
  name: 'link-code',
  says: 'Prints a one-time code alone: who sends /link CODE within ten minutes is linked to the account.',
  example: 'link-code --account acc_0m1x2y3z4',
  opens: 'writing',
  options: { account: taken('<id>', 'the account', rowId) },
  run: async (desk, _, { account }) => {
    const code = await audited(
      desk,
      (context) => makeLinkCode(context, account),
      (made) => (made === undefined ? undefined : { action: 'link-code.make', subject: `account:${account}` }),
    )
    if (code === undefined) {
      return failed('link-code: there is no such account; list them with: npm run -s admin -- account list')
    }
    await desk.print(code)
    return done
  },
})
