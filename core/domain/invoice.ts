// Invoice requests: four fields, and a tax id whose check character must hold. Pure.
import type { Instant } from '../kit/clock.ts'
import type { Sealed } from '../redaction/sealed.ts'

export const invoiceKinds = ['ordinary', 'vat-special'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

export type Invoice = {
  readonly id: string
  readonly orderId: string
  readonly accountId: string
  readonly titleSealed: Sealed
  readonly taxIdSealed: Sealed | null
  readonly kind: InvoiceKind
  readonly requestedAt: Instant
}

/** GB 32100-2015: 31 characters (no I, O, S, V, Z), weights 3^i mod 31, check character (31 − Σ) mod 31. */
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether the 18th character of a unified social credit code is right. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    const value = USCC.indexOf(character)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return USCC[(31 - (sum % 31)) % 31] === code[17]
}

/**
 * Reads a tax id: 15 or 20 letters and digits, or 18 with a right check character (case-rules 24).
 * Empty is allowed for an ordinary invoice and gives null; undefined means refused.
 */
export function parseTaxId(text: string, kind: InvoiceKind): string | null | undefined {
  const id = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (id === '') return kind === 'ordinary' ? null : undefined
  if (!/^[0-9A-Z]+$/.test(id)) return undefined
  if (id.length === 18) return isCreditCode(id) ? id : undefined
  return id.length === 15 || id.length === 20 ? id : undefined
}
