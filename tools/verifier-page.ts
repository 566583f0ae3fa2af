import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, posix } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** In the order in which each finds what it needs. */
const KERNEL = [
  'result.ts',
  'remember.ts',
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
  const sources = KERNEL.map((file) => ({ file, source: readFileSync(join(ROOT, 'kernel/src', file), 'utf8') }))
  for (const [at, { file, source }] of sources.entries()) {
    const missing = neededBy(file, source).filter((needed) => !KERNEL.slice(0, at).includes(needed))
    if (missing.length > 0) throw new Error(`${file} needs ${missing.join()} before it on the page`)
  }
  const kernel = sources.map(({ source }) => plain(source))
  const page = readFileSync(join(ROOT, 'tools/verifier-page.html'), 'utf8')
  return page.replace('/* kernel */', () => kernel.join('\n'))
}

/** The rooms of the kernel a file takes more than types from. */
function neededBy(file: string, source: string): string[] {
  const imports = source.matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'$/gms)
  return [...imports].map(([, path = '']) => posix.join(posix.dirname(file), path))
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
