import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { minifyContractRouter } from '@orpc/contract'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Parts of the first screen that change with their library and not with the desk stay in the browser's cache apart. */
const LIBRARIES = /node_modules[\\/](react|react-dom|scheduler|@tanstack|@orpc|zod)[\\/]/

export default defineConfig({
  plugins: [react(), addressesOfContract(), compressed()],
  html: { cspNonce: '__SHIJI_NONCE__' },
  build: {
    target: ['es2022', 'chrome111'],
    // The server's policy allows no inline data but pictures, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Schemas and endpoints only describe: what nobody reads of them stays out of the page.
      treeshake: { manualPureFunctions: ['z', 'endpoint'] },
      output: { codeSplitting: { groups: [{ name: 'libraries', test: LIBRARIES }] } },
    },
  },
  server: { proxy: { '/api': process.env.SHIJI_SERVER ?? 'http://127.0.0.1:8080' } },
})

/** Scripts and styles are compressed once, while building; the server sends them as they lie. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    generateBundle: {
      // After Vite has written its own references into the chunks.
      order: 'post',
      async handler(_options, bundle) {
        for (const [fileName, output] of Object.entries(bundle)) {
          if (!/\.(js|css|svg)$/.test(fileName)) continue
          const source = output.type === 'chunk' ? output.code : output.source
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: await promisify(brotliCompress)(source) })
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await promisify(gzip)(source) })
        }
      },
    },
  }
}

/** The contract without its schemas and summaries: a client needs method and path, and nothing of it weighs more. */
function addressesOfContract(): Plugin {
  const name = 'virtual:contract'
  return {
    name: 'addresses-of-contract',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const file = resolve(import.meta.dirname, 'src/api/contract.ts')
      const { contract } = await import(pathToFileURL(file).href)
      const json = JSON.stringify(minifyContractRouter(contract), (key, value) => {
        if (key === 'summary') return undefined
        return key === 'meta' ? {} : value
      })
      return `export const contract = ${json}`
    },
  }
}
