import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeVerifierPage } from './verifier-page.ts'

/** Writes the page every evidence pack carries: `npm run verifier`. */
writeFileSync(join(import.meta.dirname, '../server/src/modules/evidence/pack/verify.html'), writeVerifierPage())
