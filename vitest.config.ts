import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{kernel,packs,forms,server,bench,tools}/**/*.test.ts'],
    testTimeout: 30_000,
  },
})
