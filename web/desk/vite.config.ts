import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { addressesOfContract } from '../build/addresses-of-contract.ts'
import { antdStyles } from '../build/antd-styles.ts'
import { compressed } from '../build/compressed.ts'
import { pureDeclarations } from '../build/pure-declarations.ts'

/**
 * Parts of the first screen that change with their library and not with the desk stay in the browser's cache apart. They
 * run before everything else, and so does the word to zod among them.
 */
const LIBRARIES = /node_modules[\\/](react|react-dom|scheduler|@tanstack|@orpc|zod)[\\/]|without-eval/

/** What so many parts share comes as one with the first screen: small files wait for one another on the few lines of a browser. */
const SHARED_BY = 90

export default defineConfig({
  plugins: [
    react(),
    addressesOfContract(resolve(import.meta.dirname, 'src/api/contract.ts')),
    antdStyles(),
    pureDeclarations(),
    compressed(),
  ],
  html: { cspNonce: '__SHIJI_NONCE__' },
  build: {
    target: ['es2022', 'chrome111'],
    // The server's policy allows no inline data but pictures, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: LIBRARIES, priority: 1 },
            { name: 'common', minShareCount: SHARED_BY },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.SHIJI_SERVER ?? 'http://127.0.0.1:8080' } },
})
