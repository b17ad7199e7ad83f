// Three projects: unit tests stand beside their file, integration tests use a real database, end-to-end tests start the programs.
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, pool: 'forks' as const },
})

export default defineConfig({
  test: {
    projects: [
      project(
        'unit',
        [
          'core/**/*.test.ts',
          'bot/**/*.test.ts',
          'mcp-server/**/*.test.ts',
          'test/house.test.ts',
          'test/cases/**/*.test.ts',
          'test/flows/**/*.test.ts',
          'test/fakes/**/*.test.ts',
        ],
        30_000,
      ),
      project('integration', ['test/integration/**/*.test.ts', 'test/contracts/**/*.test.ts'], 300_000),
      project('end-to-end', ['test/end-to-end/**/*.test.ts'], 600_000),
    ],
  },
})
