// What a redactor of screenshots promises, whatever reads the picture inside.
import type { Result } from '../kit/result.ts'
import type { Cover } from '../redaction/screenshot/screen.ts'
import type { ScreenFields } from '../redaction/screenshot/screen-fields.ts'

/** The formats that come in and go out. */
export const PICTURE_FORMATS = ['png', 'jpg', 'webp'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

/**
 * Why a file gave no picture at all: it cannot be decoded, is no png, jpeg or webp, is larger than 10 MB or 20
 * megapixels, or took too long.
 */
export type PictureFault = 'unreadable' | 'type' | 'size' | 'timeout'

/** A picture that may leave: upright, of the input's upright pixel size, encoded anew from pixels, without metadata. */
export type RedactedScreenshot = {
  /** `refused`: nobody could say what is on it, so all of it is covered. */
  readonly mode: 'masked' | 'refused'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** In pixels of the picture. */
  readonly covered: readonly Cover[]
  /** Already redacted; null where not read. */
  readonly fields: ScreenFields
}

export type ScreenshotRedactor = {
  /** One picture at a time, the others wait. `busy`: too many wait. Never throws. */
  redact(bytes: Uint8Array, format?: PictureFormat): Promise<Result<RedactedScreenshot, PictureFault | 'busy'>>
  /** Ends the worker; pictures under way are answered `timeout`. */
  close(): Promise<void>
}
