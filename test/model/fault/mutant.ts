// A copy of the core, into which faults are planted, inside the repository so that it finds its packages, and gone after use.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edit } from './fault.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const PARTS = ['core', 'bot/commands', 'data', 'test/model']
const left = (path: string): boolean => !path.endsWith('.test.ts') && !/^data.cases/.test(relative(root, path))

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
/** One copy, in which one fault after another is planted. */
export type Copy = {
  readonly folder: string
  /** Runs with the fault in the copy; afterwards the copy is as it was. */
  planted<T>(edits: readonly Edit[], run: () => Promise<T>): Promise<T>
  remove(): void
}

export function copyCore(): Copy {
  mkdirSync(join(root, 'var'), { recursive: true })
  const folder = mkdtempSync(join(root, 'var/fault-'))
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true, filter: left })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  return {
    folder,
    planted: async (edits, run) => {
      const whole = new Map(edits.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]))
      try {
        for (const edit of edits) plant(folder, edit)
        return await run()
      } finally {
        for (const [file, text] of whole) writeFileSync(join(folder, file), text)
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Throws where the source does not hold the text exactly once: then the table of faults has to follow the source. */
function plant(folder: string, { file, search, put }: Edit): void {
  const text = readFileSync(join(folder, file), 'utf8')
  const found = text.split(search).length - 1
  if (found !== 1) throw new Error(`${file} holds ${found} times what a planted fault replaces: ${search}`)
  writeFileSync(
    join(folder, file),
    text.replace(search, () => put),
  )
}

/** Runs the probe of the real core, or of a mutant. */
export const probe = (folder: string = root, ...claims: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(folder, 'test/model/fault/probe.ts'), ...claims],
      { cwd: folder, timeout: 50_000 },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
