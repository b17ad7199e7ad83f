// Which folder may import from which: the one direction in which knowledge flows.
import { type HouseRule, sample } from './rule.ts'
import { importsOf, isTest, isTypeScript, pathOf, type SourceFile } from './source.ts'

const pure = ['core/kit', 'core/redaction', 'core/domain']
const shapes = [...pure, 'core/diagnosis', 'core/conversation', 'core/ports']
const desk = [...shapes, 'core/channels', 'core/readers', 'core/store', 'core/desk']

/** A folder of the left may import itself and the folders on the right, nothing else of ours. */
const mayImport: { readonly [folder: string]: readonly string[] } = {
  'core/kit': [],
  'core/redaction': ['core/kit'],
  'core/domain': ['core/kit', 'core/redaction'],
  'core/diagnosis': pure,
  'core/conversation': pure,
  'core/ports': shapes,
  'core/channels': shapes,
  'core/readers': shapes,
  'core/store': shapes,
  'core/desk': desk,
  'core/replay': desk,
  bot: [...desk, 'core/replay'],
  'mcp-server': [...desk, 'core/replay'],
  test: [...desk, 'core/replay', 'bot', 'mcp-server'],
}

const folderOf = (path: string): string =>
  (path.startsWith('core/') ? path.split('/').slice(0, 2) : [path.split('/')[0]]).join('/')

function faultsOf(file: SourceFile): readonly string[] {
  const folder = folderOf(file.path)
  const known = mayImport[folder]
  if (!known) return file.path.includes('/') ? [`${file.path}: a folder that is not in the table of layers`] : []
  return importsOf(file).flatMap((name) => {
    const target = pathOf(file, name)
    if (target === undefined) return []
    const to = folderOf(target)
    const allowed = to === folder || known.includes(to) || (isTest(file) && to === 'test')
    return allowed ? [] : [`${file.path}: imports ${target}; ${folder} may know ${known.join(', ') || 'nobody'}`]
  })
}

export const layers: HouseRule = {
  name: 'imports go one way only',
  faults: (files) => files.filter(isTypeScript).flatMap(faultsOf),
  refuses: [
    sample('core/kit/money.ts', `import { order } from '../domain/order.ts'`),
    sample('core/redaction/door.ts', `import type { Order } from '../domain/order.ts'`),
    sample('core/domain/order.ts', `export { diagnose } from '../desk/diagnose.ts'`),
    sample('core/conversation/turn.ts', `import { rules } from '../diagnosis/rules.ts'`),
    sample('core/channels/alipay.ts', `import { openStore } from '../store/open.ts'`),
    sample('core/store/orders.ts', `const later = await import('../desk/lease.ts')`),
    sample('core/desk/lease.ts', `import { replay } from '../replay/replay.ts'`),
    sample('core/desk/lease.ts', `import { config } from '../../bot/config.ts'`),
    sample('bot/main.ts', `import { serve } from '../mcp-server/server.ts'`),
    sample('mcp-server/main.ts', `import { config } from '../bot/config.ts'`),
    sample('core/desk/lease.ts', `import { fake } from '../../test/fakes/shop.ts'`),
    sample('core/utilities/x.ts', ''),
    sample('tools/x.ts', ''),
  ],
  allows: [
    sample(
      'core/desk/lease.ts',
      `import { plus } from '../kit/clock.ts'\nimport { openStore } from '../store/open.ts'`,
    ),
    sample('core/kit/ids.ts', `import { dateOf } from './zone.ts'\nimport { randomBytes } from 'node:crypto'`),
    sample('core/conversation/flow.test.ts', `import { explore } from '../../test/flows/explore.ts'`),
    sample('bot/main.ts', `import { replay } from '../core/replay/replay.ts'`),
    sample('core/kit/money.ts', `// from '../domain/order.ts'`),
    sample('vitest.config.ts', `import { defineConfig } from 'vitest/config'`),
  ],
}
