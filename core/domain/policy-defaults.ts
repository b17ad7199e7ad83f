// The decided rules as a policy: what a case replay runs under, whatever the operator's own file says.
import { type Policy, policyShape } from './policy.ts'

const site = 'https://gateway.example.com'

export const policyDefaults: Policy = policyShape.parse({
  service: {
    name: { zh: '示例网关', en: 'Example Gateway' },
    site,
    orders: `${site}/orders`,
    recharge: `${site}/recharge`,
    redeem: `${site}/redeem`,
    support: `${site}/support`,
    baseUrl: `${site}/v1`,
  },
})
