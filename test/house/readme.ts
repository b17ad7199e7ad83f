// The README as a promise: its links lead somewhere, its commands exist, its paths are there.
import { sample } from './rule.ts'
import type { SourceFile } from './source.ts'

const BUILT_IN = ['start', 'test']

/** A heading as the anchor that GitHub makes of it. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) =>
    anchorOf(heading ?? ''),
  )

function linkFaults(page: SourceFile, files: readonly SourceFile[]): readonly string[] {
  const links = [...page.text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string)
  return links
    .filter((link) => !/^(https?|mailto):/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : files.find((file) => file.path === path.replace(/^\.\//, ''))
      const folder = files.some((file) => file.path.startsWith(`${path.replace(/^\.\//, '').replace(/\/$/, '')}/`))
      if (!target) return !(path !== '' && folder && anchor === undefined)
      return anchor !== undefined && !anchorsOf(target.text).includes(decodeURIComponent(anchor))
    })
    .map((link) => `${page.path}: the link ${link} leads nowhere`)
}

function commandFaults(page: SourceFile, files: readonly SourceFile[]): readonly string[] {
  const manifest = files.find(({ path }) => path === 'package.json')?.text ?? '{}'
  const scripts = Object.keys((JSON.parse(manifest) as { scripts?: object }).scripts ?? {})
  const named = [
    ...[...page.text.matchAll(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name]) => name as string),
    ...BUILT_IN.filter((name) => new RegExp(`\\bnpm ${name}\\b`).test(page.text)),
  ]
  return named
    .filter((name) => !scripts.includes(name))
    .map((name) => `${page.path}: package.json has no script ${name}`)
}

function pathFaults(page: SourceFile, files: readonly SourceFile[]): readonly string[] {
  const named = [...page.text.matchAll(/`((?:core|bot|mcp-server|data|test)\/[\w./-]*)`/g)].map(
    ([, path]) => path as string,
  )
  return named
    .filter((path) => !files.some((file) => file.path === path || file.path.startsWith(`${path.replace(/\/$/, '')}/`)))
    .map((path) => `${page.path}: there is no ${path}`)
}

const manifest = sample('package.json', '{"scripts":{"start":"x","case":"x"}}')
const page = (text: string): readonly SourceFile[] => [sample('README.md', text), manifest]

export const readme = {
  name: 'the README exists, its links lead somewhere, its commands and paths are there',
  faults: (files: readonly SourceFile[]): readonly string[] => {
    const found = files.find(({ path }) => path === 'README.md')
    if (!found) return ['README.md is not there yet: a newcomer has nothing to start from; write and commit it']
    return [linkFaults, commandFaults, pathFaults].flatMap((check) => check(found, files))
  },
  refuses: [
    [manifest],
    page('[the rules](docs/rules.md)'),
    page('[down there](#install)\n# Instal\n'),
    page('`npm run -s cases -- FILE`'),
    page('then `npm test`'),
    page('see `core/kit/coin.ts`'),
  ],
  allows: [
    page(
      '# Install & run\n[down](#install--run) [up](package.json) [out](https://example.com) `npm start` `npm run -s case`',
    ),
    [...page('[flows](data/flows/) and `data/flows/`'), sample('data/flows/menu.yaml')],
  ],
}
