import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { addressesOfContract } from '../build/addresses-of-contract.ts'
import { compressed } from '../build/compressed.ts'
import { pureDeclarations } from '../build/pure-declarations.ts'
import { shellForOffline } from './shell-for-offline.ts'

export default defineConfig({
  base: '/m/',
  plugins: [
    react(),
    addressesOfContract(resolve(import.meta.dirname, 'src/api/contract.ts')),
    pureDeclarations(),
    shellForOffline(),
    compressed(),
  ],
  build: {
    // The oldest browsers people carry: phones of 2018 and the web views of the chat programs on them.
    target: ['es2020', 'chrome87', 'ios14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.SHIJI_SERVER ?? 'http://127.0.0.1:8080' } },
})
