import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './tools/closing-line-reporter.ts'
import { JourneysFirst } from './tools/journeys-first.ts'

// The processes of the run, and the threads that read files in them, find the libraries compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/shiji')

export default defineConfig({
  test: {
    include: ['{kernel,packs,contract,forms,demo,server,web,e2e,bench,trials,tools}/**/*.test.ts'],
    // One real PostgreSQL for all; each test works on a fresh copy of a migrated database.
    globalSetup: ['server/src/testing/global-setup.ts'],
    reporters: ['default', new ClosingLineReporter()],
    // As many as there are cores: with more, journeys wait for each other longer than they have patience.
    maxWorkers: '100%',
    // What a file of tests loads stays loaded for the next: loading the server anew was a third of the run.
    isolate: false,
    sequence: { sequencer: JourneysFirst },
    // Bounds against hanging, not measures of speed: a machine that lends its cores to others takes four times as long.
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
