// The dialects of Epay: every gateway of this family differs in a few traits, and an operator names those of his own.
import { err, ok, type Result } from '../../kit/result.ts'

export type Dialect = {
  readonly upper: boolean
  /** `&key=KEY` at the end of the signed text instead of the bare key. */
  readonly keyed: boolean
  /** No code from mapi.php: the signed address of submit.php is what the payer opens. */
  readonly link: boolean
  /** The gateway offers `act=refund`. */
  readonly refund: boolean
  readonly payType: 'alipay' | 'wxpay' | 'qqpay'
}

export const standard: Dialect = { upper: false, keyed: false, link: false, refund: false, payType: 'alipay' }

const traits: { readonly [name: string]: Partial<Dialect> } = {
  standard: {},
  upper: { upper: true },
  keyed: { keyed: true },
  link: { link: true },
  refund: { refund: true },
  alipay: { payType: 'alipay' },
  wxpay: { payType: 'wxpay' },
  qqpay: { payType: 'qqpay' },
}

/** Traits joined by `+`: `upper+refund+wxpay`. The error lists what there is. */
export function readDialect(text: string): Result<Dialect, string> {
  let dialect = standard
  for (const name of text.split('+')) {
    const trait = traits[name]
    if (!trait || !Object.hasOwn(traits, name)) {
      return err(`EPAY_DIALECT: one or more of ${Object.keys(traits).join(', ')}, joined by +`)
    }
    dialect = { ...dialect, ...trait }
  }
  return ok(dialect)
}
