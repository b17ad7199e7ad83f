// The operator's own words and rules, checked before a user meets them.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { checkFlows } from '../../../core/conversation/check.ts'
import { caller, packageFolder, readPolicy, showFault } from '../../config.ts'
import { bareVerb, done, faults, misused, taken } from '../verb.ts'

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
    const found = [...checkFlows(data), ...(policy.ok ? [] : policy.error)]
    await print(...(found.length > 0 ? found.map(showFault) : ['ok  no fault in the flows, the texts and the policy']))
    return found.length > 0 ? faults : done
  },
})
