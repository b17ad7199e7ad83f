// Questions and the tool that answers them: the scorer is right, and the built-in player's score is told (no bar).
import { describe, expect, it } from 'vitest'
import { listed } from '../../mcp-server/tool.ts'
import { tools } from '../../mcp-server/tools/index.ts'
import { type Player, questions, score, triagePlayer } from '../mcp/scorer.ts'

const list = tools.map(listed)

describe('the questions', () => {
  it('are at least 40, about every tool, in both languages, with arguments that the tool has', () => {
    expect(questions.length).toBeGreaterThanOrEqual(40)
    expect(new Set(questions.map(({ tool }) => tool)).size).toBe(tools.length)
    expect(questions.filter(({ q }) => /\p{Script=Han}/u.test(q)).length).toBeGreaterThan(15)
    expect(questions.filter(({ q }) => !/\p{Script=Han}/u.test(q)).length).toBeGreaterThan(15)
    for (const { q, tool, args } of questions) {
      const shape = tools.find(({ name }) => name === tool)?.input.shape ?? {}
      expect(
        Object.keys(args).filter((name) => !Object.hasOwn(shape, name)),
        q,
      ).toEqual([])
    }
  })
})

describe('the scorer', () => {
  it('gives everything to whoever knows, and nothing to whoever always says the same wrong thing', async () => {
    const knowing: Player = (q) => questions.find((one) => one.q === q) ?? { tool: '', args: {} }
    expect(await score(knowing, list)).toMatchObject({ tools: questions.length, whole: questions.length, missed: [] })
    const deaf: Player = () => ({ tool: 'none', args: {} })
    expect(await score(deaf, list)).toMatchObject({ tools: 0, whole: 0 })
  })

  it('tells a right tool with a wrong argument apart', async () => {
    const [first] = questions.filter(({ args }) => Object.keys(args).length > 0)
    if (!first) throw new Error('no question with arguments')
    const vague: Player = () => ({ tool: first.tool, args: {} })
    expect(await score(vague, list, [first])).toMatchObject({ tools: 1, whole: 0 })
  })

  it('tells the score of the built-in player', async () => {
    const { tools: right, whole, questions: all, missed } = await score(triagePlayer, list)
    process.stdout.write(`mcp questions: triage player ${right}/${all} tools, ${whole}/${all} with arguments\n`)
    expect(right).toBeGreaterThan(0)
    expect(missed.length).toBe(all - whole)
  })
})
