// The repository as the house rules see it: the files that git tracks, and what a file imports.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type SourceFile = { readonly path: string; readonly text: string }

const top = fileURLToPath(new URL('../../', import.meta.url))

/** Every tracked file; a picture has no text. One that is tracked but removed is left out. */
export const trackedFiles = (): readonly SourceFile[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: top, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(top, path)))
    .map((path) => ({ path, text: readFileSync(join(top, path), 'utf8') }))
    .map((file) => (file.text.includes('\0') ? { ...file, text: '' } : file))

export const isTypeScript = ({ path }: SourceFile): boolean => path.endsWith('.ts')
/** Claims about the product, not part of it: they may hold a clock or a key of their own. */
export const isTest = ({ path }: SourceFile): boolean => path.startsWith('test/') || path.endsWith('.test.ts')
export const isProduct = (file: SourceFile): boolean => isTypeScript(file) && !isTest(file)

/** The code without its comments, so that a rule does not stumble over a sentence. */
export const codeOf = ({ text }: SourceFile): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** What a file imports, loads lazily or takes a type from, as written. */
export const importsOf = (file: SourceFile): readonly string[] =>
  [...codeOf(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"]+)['"]/g)].map(
    ([, name]) => name as string,
  )

/** `core/desk/order/order.ts` imports `../kit/clock.ts` → `core/kit/clock.ts`; undefined for a package. */
export function pathOf(file: SourceFile, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined
  return new URL(name, `file:///${file.path}`).pathname.slice(1)
}
