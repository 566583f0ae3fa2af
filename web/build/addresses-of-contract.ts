import { pathToFileURL } from 'node:url'
import { minifyContractRouter } from '@orpc/contract'
import type { Plugin } from 'vite'

/**
 * The contract of `file` without its schemas and summaries, as `virtual:contract`: a client needs method and path, and
 * nothing of it weighs more.
 */
export function addressesOfContract(file: string): Plugin {
  const name = 'virtual:contract'
  return {
    name: 'addresses-of-contract',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const { contract } = await import(pathToFileURL(file).href)
      const json = JSON.stringify(minifyContractRouter(contract), (key, value) => {
        if (key === 'summary') return undefined
        return key === 'meta' ? {} : value
      })
      return `export const contract = ${json}`
    },
  }
}
