import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = resolve(import.meta.dirname, '../web/desk/src')
/** Everybody sees these, whatever page is opened first. */
const ALWAYS_THERE = ['main.tsx', 'shell/shell.tsx'].map((file) => join(SOURCES, file))
const LIBRARY_CLASS = /^(ant|react-flow)-/

const [sources, styles] = ['**/*.{ts,tsx}', '**/*.css'].map((pattern) =>
  globSync(pattern, { cwd: SOURCES }).map((file) => join(SOURCES, file)),
) as [string[], string[]]
const textOf = new Map([...sources, ...styles].map((file) => [file, readFileSync(file, 'utf8')]))

function led(file: string, pattern: RegExp): string[] {
  const specifiers = [...(textOf.get(file) ?? '').matchAll(pattern)].map(([, specifier = '']) => specifier)
  return specifiers
    .map((specifier) => specifier.replace(/^#desk/, SOURCES))
    .map((specifier) => resolve(dirname(file), specifier))
    .filter((path) => existsSync(path))
}

const importsOf = new Map(
  sources.map((file) => [file, led(file, /^(?:import|export)\s+(?!type\b)[^'"]*?['"]((?:#desk|\.)[^'"]+)['"]/gms)]),
)
/** What comes when it is asked for: each page, and the parts of pages that are waited for. */
const parts = new Set(sources.flatMap((file) => led(file, /import\(\s*['"]([^'"]+)['"]/g)))
const stylesOfClass = Map.groupBy(
  styles.flatMap((file) =>
    [...(textOf.get(file) ?? '').matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => ({ name, file })),
  ),
  ({ name }) => name,
)

function broughtWith(roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...roots]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    open.push(...(importsOf.get(file) ?? []))
  }
  return seen
}

function classesIn(file: string): string[] {
  const worn = (textOf.get(file) ?? '').matchAll(/className=(?:"([^"]+)"|\{`([^`]+)`\}|\{[^}]*?'([a-z][^']*)')/g)
  const names = [...worn].flatMap(([, plain, template, chosen]) => (plain ?? template ?? chosen ?? '').split(/\s+/))
  return names.filter((name) => stylesOfClass.has(name) && !LIBRARY_CLASS.test(name))
}

test('a page opened by its address brings the styles of what stands on it', () => {
  expect(parts.size).toBeGreaterThan(50)
  const there = broughtWith(ALWAYS_THERE)
  const bare = [...parts].flatMap((part) => {
    const brought = broughtWith([part])
    const lacksStyle = (name: string) =>
      stylesOfClass.get(name)?.every(({ file }) => !brought.has(file) && !there.has(file)) === true
    return [...brought].flatMap((file) =>
      classesIn(file)
        .filter(lacksStyle)
        .map((name) => `${name} in ${file.slice(SOURCES.length)}, of ${part.slice(SOURCES.length)}`),
    )
  })
  expect(bare).toEqual([])
})
