import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'

/** For the environment of a thread or process of ours: what this one keeps compiled is not compiled there again. */
export function compiledHere(): { readonly NODE_COMPILE_CACHE?: string } {
  const ofThisRuntime = getCompileCacheDir()
  return ofThisRuntime === undefined ? {} : { NODE_COMPILE_CACHE: dirname(ofThisRuntime) }
}
