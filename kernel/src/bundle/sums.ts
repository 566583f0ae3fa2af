import { fail, ok, type Result } from '../result.ts'

/** The name of the list of hashes at the top of every bundle, as `sha256sum --check` reads it. */
export const SUMS_NAME = 'SHA256SUMS'

export type Sum = { readonly path: string; readonly sha256: string }

/** What is wrong with a bundle that was kept or carried: each file by its path. */
export type BundleFault =
  | { readonly kind: 'changed'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'unlisted'; readonly path: string }

const LINE = /^([0-9a-f]{64}) {2}(\S.*)$/

/** One line a file in the order of the paths, so that the same files give the same list. */
export function writeSums(sums: readonly Sum[]): string {
  return sums
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')
}

/** The problem is the number of the first line that is none, or that names a file a second time. */
export function readSums(text: string): Result<Sum[], number> {
  const sums: Sum[] = []
  const seen = new Set<string>()
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
  for (const [index, line] of lines.entries()) {
    const [, sha256, path] = LINE.exec(line) ?? []
    if (sha256 === undefined || path === undefined || seen.has(path)) return fail(index + 1)
    seen.add(path)
    sums.push({ path, sha256 })
  }
  return ok(sums)
}

/** Holds what is found against what was listed. */
export function compareSums(listed: readonly Sum[], found: readonly Sum[]): BundleFault[] {
  const here = new Map(found.map(({ path, sha256 }) => [path, sha256]))
  const known = new Set(listed.map(({ path }) => path))
  const wrong = listed.flatMap(({ path, sha256 }): BundleFault[] => {
    if (!here.has(path)) return [{ kind: 'missing', path }]
    return here.get(path) === sha256 ? [] : [{ kind: 'changed', path }]
  })
  const unlisted = found
    .filter(({ path }) => path !== SUMS_NAME && !known.has(path))
    .map(({ path }): BundleFault => ({ kind: 'unlisted', path }))
  return [...wrong, ...unlisted]
}
