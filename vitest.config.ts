import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{kernel,packs,contract,forms,server,bench,tools}/**/*.test.ts'],
    globalSetup: ['server/src/testing/global-setup.ts'],
    testTimeout: 60_000,
  },
})
