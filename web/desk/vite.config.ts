import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { addressesOfContract } from '../build/addresses-of-contract.ts'
import { compressed } from '../build/compressed.ts'

/** Parts of the first screen that change with their library and not with the desk stay in the browser's cache apart. */
const LIBRARIES = /node_modules[\\/](react|react-dom|scheduler|@tanstack|@orpc|zod)[\\/]/

export default defineConfig({
  plugins: [react(), addressesOfContract(resolve(import.meta.dirname, 'src/api/contract.ts')), compressed()],
  html: { cspNonce: '__SHIJI_NONCE__' },
  build: {
    target: ['es2022', 'chrome111'],
    // The server's policy allows no inline data but pictures, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Schemas and endpoints only describe: what nobody reads of them stays out of the page.
      treeshake: { manualPureFunctions: ['z', 'endpoint', 'listEndpoints'] },
      output: { codeSplitting: { groups: [{ name: 'libraries', test: LIBRARIES }] } },
    },
  },
  server: { proxy: { '/api': process.env.SHIJI_SERVER ?? 'http://127.0.0.1:8080' } },
})
