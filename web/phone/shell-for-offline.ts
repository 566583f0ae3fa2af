import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const PAGE = '/m/'
/** What `public/` adds to the shell; Vite copies it as it is. */
const PUBLIC = ['icon.svg', 'icon-192.png', 'icon-512.png', 'manifest.webmanifest']

/** Writes the service worker with the list of everything the app needs without a network, and a name that changes with it. */
export function shellForOffline(): Plugin {
  return {
    name: 'shell-for-offline',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hash = createHash('sha256')
        const made = Object.entries(bundle).filter(([name]) => !/\.(br|gz)$/.test(name))
        for (const [name, output] of made)
          hash.update(name).update(output.type === 'chunk' ? output.code : output.source)
        for (const name of PUBLIC) hash.update(readFileSync(resolve(import.meta.dirname, 'public', name)))
        const files = made.map(([name]) => name).filter((name) => name !== 'index.html')
        const shell = [PAGE, ...[...files, ...PUBLIC].map((name) => `${PAGE}${name}`)]
        const source = readFileSync(resolve(import.meta.dirname, 'service-worker.js'), 'utf8')
          .replace('__SHELL_NAME__', `shiji-phone-${hash.digest('hex').slice(0, 12)}`)
          .replace("['__SHELL_FILES__']", JSON.stringify(shell))
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
      },
    },
  }
}
