// The operator's own words and rules, checked before a user meets them.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { checkFlows, loadBook } from '../../../core/conversation/check.ts'
import { exportPages } from '../../../core/conversation/export-pages.ts'
import { loadReplies } from '../../../core/desk/staff/replies.ts'
import { caller, packageFolder, readPolicy, showFault } from '../../config.ts'
import { bareVerb, done, failed, faults, misused, taken } from '../verb.ts'

export const flowsCheck = bareVerb({
  name: 'flows check',
  says: 'Checks all flows and texts and the policy file; prints each fault as file:line: what is wrong.',
  example: 'flows check',
  argument: taken('[folder]', 'another data folder than data', z.string().optional()),
  run: async ({ print }, folder) => {
    const data = folder === undefined ? join(packageFolder, 'data') : resolve(caller.folder, folder)
    const parts = [join(data, 'flows'), join(data, 'texts', 'interface.yaml')]
    if (!parts.every(existsSync)) return misused('flows check: the folder needs flows/*.yaml and texts/interface.yaml')
    const policy = readPolicy()
    const book = policy.ok ? loadBook(data, policy.value) : undefined
    const replies = join(data, 'texts', 'replies.yaml')
    const canned = book?.ok && existsSync(replies) ? loadReplies(data, book.value) : undefined
    const unfit = canned && !canned.ok ? canned.error : []
    const found = [...checkFlows(data), ...unfit, ...(policy.ok ? [] : policy.error)]
    await print(...(found.length > 0 ? found.map(showFault) : ['ok  no fault in the flows, the texts and the policy']))
    return found.length > 0 ? faults : done
  },
})

export const flowsExport = bareVerb({
  name: 'flows export',
  says: 'Writes the help texts of the flows for a site and for assistants: llms.txt, faq.json and Markdown pages.',
  example: 'flows export var/help',
  argument: taken('<folder>', 'where to; files of the same names are overwritten', z.string()),
  run: async ({ print }, folder) => {
    const policy = readPolicy()
    const book = policy.ok ? loadBook(join(packageFolder, 'data'), policy.value) : policy
    if (!book.ok) {
      await print(...book.error.map(showFault))
      return faults
    }
    const out = resolve(caller.folder, folder)
    for (const { path, text } of exportPages(book.value)) {
      const file = join(out, path)
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      } catch {
        return failed('flows export: the folder cannot be written; check the path and its permissions')
      }
      await print(path)
    }
    return done
  },
})
