import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './tools/closing-line-reporter.ts'

export default defineConfig({
  test: {
    include: ['{kernel,packs,forms,server,bench,tools}/**/*.test.ts'],
    reporters: ['default', new ClosingLineReporter()],
    // Readers and renderers start worker threads of their own; the longest tests drive LibreOffice.
    testTimeout: 60_000,
  },
})
