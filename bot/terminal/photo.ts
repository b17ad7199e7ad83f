// `/photo PATH`: reads the file, lets the redactor cover it, writes what was covered where the user can look at it.
import { mkdirSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Screenshot } from '../../core/desk/chat/incoming.ts'
import type { ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { caller } from '../config.ts'

const folder = fileURLToPath(new URL('../../var', import.meta.url))
const LARGEST_FILE = 10 * 1024 * 1024

export type Photo = {
  /** Undefined where the picture could not be handled safely. */
  readonly screenshot: Screenshot
  /** Where the covered picture was written. */
  readonly preview: string | undefined
}

/** `name` is what the preview is called. Never throws for what the file is. */
export async function readPhoto(redactor: ScreenshotRedactor, path: string, name: string): Promise<Photo> {
  const none: Photo = { screenshot: undefined, preview: undefined }
  const from = resolve(caller.folder, path.trim())
  const bytes = await stat(from)
    .then((file) => (file.isFile() && file.size <= LARGEST_FILE ? readFile(from) : undefined))
    .catch(() => undefined)
  if (!bytes) return none
  const read = await redactor.redact(bytes, 'png')
  if (!read.ok) return none
  mkdirSync(folder, { recursive: true })
  const preview = `${folder}/${name}.png`
  await writeFile(preview, read.value.bytes)
  if (read.value.mode === 'refused') return { screenshot: undefined, preview }
  return { screenshot: { covered: read.value.covered.length, fields: read.value.fields }, preview }
}
