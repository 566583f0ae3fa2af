import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** In the order in which each finds what it needs. */
const KERNEL = [
  'result.ts',
  'wording.ts',
  'bundle/crc32.ts',
  'bundle/stored-zip.ts',
  'bundle/merkle.ts',
  'bundle/sealed-line.ts',
  'bundle/sums.ts',
  'bundle/pack-ledger.ts',
  'bundle/verify-pack.ts',
  'bundle/pack-wording.ts',
]

/** The page that verifies an evidence pack: the kernel's own verification, a few lines of page, and nothing from anywhere else. */
export function writeVerifierPage(): string {
  const kernel = KERNEL.map((file) => plain(readFileSync(join(ROOT, 'kernel/src', file), 'utf8')))
  const page = readFileSync(join(ROOT, 'tools/verifier-page.html'), 'utf8')
  return page.replace('/* kernel */', () => kernel.join('\n'))
}

/** Without types, comments and imports: what remains stands in one scope. */
function plain(source: string): string {
  return stripTypeScriptTypes(source)
    .replace(/^import [^;]*?from '[^']+'$/gms, '')
    .replace(/^export /gm, '')
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/ {2,}(?=\S)/g, (spaces, at: number, whole: string) => (whole[at - 1] === '\n' ? spaces : ' '))
}
