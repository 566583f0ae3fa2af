import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Parts of the first screen that change with their library and not with the desk stay in the browser's cache apart. */
const LIBRARIES = /node_modules[\\/](react|react-dom|scheduler|@tanstack|@orpc|zod)[\\/]/

export default defineConfig({
  plugins: [react(), compressed()],
  html: { cspNonce: '__SHIJI_NONCE__' },
  build: {
    target: ['es2022', 'chrome111'],
    // The server's policy allows no inline data but pictures, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: LIBRARIES }] } } },
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
