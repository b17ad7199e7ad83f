// The contract of a payment channel, run for every channel and for each dialect of Epay.
import { openAlipay } from '../fakes/providers/alipay.ts'
import { openEpay } from '../fakes/providers/epay.ts'
import { openSandbox } from '../fakes/providers/sandbox.ts'
import { openStripe } from '../fakes/providers/stripe.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import { contractOf } from './payment-channel.ts'

contractOf('the sandbox', openSandbox)
contractOf('Epay', (clock) => openEpay(clock))
contractOf('Epay that signs in upper case', (clock) => openEpay(clock, 'upper+refund'))
contractOf('Epay that signs with &key=', (clock) => openEpay(clock, 'keyed+refund+wxpay'))
contractOf('WeChat Pay', openWechat)
contractOf('Alipay', openAlipay)
contractOf('Stripe', openStripe)
