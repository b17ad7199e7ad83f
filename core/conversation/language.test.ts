// The language of a message is told from its letters.
import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

it.each([
  ['我付了款但是没到账', 'zh'],
  ['儲值沒有到帳', 'zh'],
  ['我的 balance 没变', 'zh'],
  ['I paid 50 yuan and nothing arrived', 'en'],
  ['ok', 'en'],
  ["it's not here", 'en'],
  ['DZ20261121ABCDEF', undefined],
  ['****AB12', undefined],
  ['ABCDE-FGHJK', undefined],
  ['50', undefined],
  ['？！', undefined],
  ['', undefined],
])('%j is written in %s', (text, language) => expect(languageOf(text)).toBe(language))
