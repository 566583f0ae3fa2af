import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './tools/closing-line-reporter.ts'

export default defineConfig({
  test: {
    include: ['{kernel,packs,contract,forms,demo,server,web,e2e,bench,trials,tools}/**/*.test.ts'],
    // One real PostgreSQL for all; each test works on a fresh copy of a migrated database.
    globalSetup: ['server/src/testing/global-setup.ts'],
    reporters: ['default', new ClosingLineReporter()],
    // As many as there are cores: with more, journeys wait for each other longer than they have patience.
    maxWorkers: '100%',
    // Readers and renderers start worker threads of their own; the longest tests drive LibreOffice.
    testTimeout: 60_000,
    // Stopping a database writes its pages first, which takes its time on a busy disk.
    hookTimeout: 120_000,
  },
})
