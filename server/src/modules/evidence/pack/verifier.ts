import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** 核对页: one page that verifies a pack by itself. Made of the kernel's own words by `npm run verifier`. */
export const VERIFIER: Uint8Array = readFileSync(join(import.meta.dirname, 'verify.html'))
