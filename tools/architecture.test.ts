import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** Which package may import which; everything absent is forbidden. Node's own modules are judged apart. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  packs: ['kernel'],
  contract: ['kernel'],
  forms: ['kernel'],
  demo: ['kernel', 'contract'],
  server: ['kernel', 'packs', 'contract', 'forms', 'demo'],
  web: ['kernel', 'contract'],
  e2e: ['kernel', 'packs', 'contract', 'forms', 'server', 'demo'],
  bench: ['kernel', 'packs', 'contract', 'forms', 'server', 'trials'],
  trials: ['kernel', 'packs', 'contract', 'forms', 'server'],
  tools: ['kernel', 'packs', 'forms'],
}
/** Tests and samples may look sideways to real packs. */
const TESTS_MAY_ALSO_IMPORT = ['packs', 'forms']
const PURE_PACKAGES = ['kernel']
const PURE_LIBRARIES = ['zod', 'vitest', 'fast-check', 'decimal.js', 'big.js']

type Import = { readonly file: string; readonly specifier: string }

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  .toString()
  .split('\n')
  .filter((file) => file !== '')
const sources = files.filter((file) => /\.tsx?$/.test(file))
const imports = sources.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const pattern =
    /^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm
  return [...text.matchAll(pattern)].map((match) => ({ file, specifier: match[1] ?? match[2] ?? match[3] ?? '' }))
}

function packageOf(file: string): string {
  return file.split('/')[0] ?? ''
}

/** Tests, and the generators of random values they share. */
function isTest(file: string): boolean {
  return /(\.test\.tsx?|-arbitrary\.ts)$/.test(file)
}

test('packages import only downwards', () => {
  const wrong = imports.filter(({ file, specifier }) => {
    const target = /^@shiji\/([a-z]+)/.exec(specifier)?.[1]
    if (target === undefined || target === packageOf(file)) return false
    const allowed = MAY_IMPORT[packageOf(file)] ?? []
    return !(allowed.includes(target) || (isTest(file) && TESTS_MAY_ALSO_IMPORT.includes(target)))
  })
  expect(wrong).toEqual([])
})

test('no file reaches into another package by a relative path', () => {
  const wrong = imports.filter(({ file, specifier }) => {
    const isRootSetting = !file.includes('/')
    if (isRootSetting || !specifier.startsWith('.')) return false
    const target = relative(ROOT, resolve(ROOT, dirname(file), specifier))
    return packageOf(target) !== packageOf(file)
  })
  expect(wrong).toEqual([])
})

test('a feature of the web imports no other feature', () => {
  const feature = (path: string) => /\/features\/([\w-]+)/.exec(path)?.[1]
  const wrong = imports.filter(({ file, specifier }) => {
    const target = specifier.startsWith('.') ? resolve('/', dirname(file), specifier) : specifier
    return feature(file) !== undefined && feature(target) !== undefined && feature(file) !== feature(target)
  })
  expect(wrong).toEqual([])
})

test('the kernel knows no clock, no file and no library but its schema language', () => {
  const wrong = imports.filter(
    ({ file, specifier }) =>
      PURE_PACKAGES.includes(packageOf(file)) &&
      !isTest(file) &&
      !specifier.startsWith('.') &&
      !PURE_LIBRARIES.includes(specifier),
  )
  const impure = sources
    .filter((file) => PURE_PACKAGES.includes(packageOf(file)) && !isTest(file))
    .filter((file) =>
      /\bnew Date\((?!Date\.UTC\()|\bDate\.now|\bTemporal\.Now|\bMath\.random|\basync\b|\bprocess\./.test(read(file)),
    )
  expect({ wrong, impure }).toEqual({ wrong: [], impure: [] })
})

test('a page writes brackets and colons in the words of a language, never between them', () => {
  const pages = sources.filter((file) => /^web\/\w+\/src\/(?!words\/|app\/kit\/)/.test(file) && !isTest(file))
  const outsideWords = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|'[^'\n]*'|^\s*\/\/.*/gm, '')
  const wrong = pages.filter((file) => /[（）]|\}：|：[$<{]/.test(outsideWords(file)))
  expect(wrong).toEqual([])
})

test('nothing is exported by star', () => {
  expect(sources.filter((file) => /^export \*/m.test(read(file)))).toEqual([])
})

test('every dependency is pinned to one version', () => {
  const manifests = files.filter((file) => /(^|\/)package\.json$/.test(file))
  const loose = manifests.flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file))
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))
      .map(([name]) => `${file}: ${name}`)
  })
  expect(loose).toEqual([])
})

test('`npm run types` checks every room', () => {
  const { scripts, workspaces } = JSON.parse(read('package.json'))
  const projects = [...scripts.types.matchAll(/-p (\S+)/g)].map(([, project = '']) => project)
  const rooms = projects.flatMap((project) =>
    project.endsWith('.json')
      ? (JSON.parse(read(project)).include as string[]).map((folder) => folder.split('/')[0])
      : [project],
  )
  expect(workspaces.filter((room: string) => !rooms.includes(room))).toEqual([])
})

test('the lock file names no download address', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/)
})

test('no tracked text names a path of a machine', () => {
  const texts = files.filter((file) => /\.(ts|tsx|md|json|ya?ml|sql|css|html|typ)$|\.ci\/run$/.test(file))
  const wrong = texts.filter(
    (file) => file !== 'tools/architecture.test.ts' && /\/(work|root|home\/\w+)\//.test(read(file)),
  )
  expect(wrong).toEqual([])
})

const CHINESE_PAGES = files.filter((file) => file.endsWith('.zh-CN.md'))

test.each(CHINESE_PAGES)(
  '%s has the chapters, commands and pictures of its English sister, and names her',
  (chinese) => {
    const english = chinese.replace('.zh-CN', '')
    expect(shape(read(chinese))).toEqual(shape(read(english)))
    expect(read(chinese)).toContain(`(${basename(english)})`)
    expect(read(english)).toContain(`(${basename(chinese)})`)
  },
)

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** Heading levels, commands and picture names in order: what must agree between two languages. */
function shape(markdown: string): string[] {
  let inCode = false
  return markdown.split('\n').flatMap((line) => {
    if (line.startsWith('```')) inCode = !inCode
    if (inCode) return line.startsWith('#') ? [] : [line.replace(/\s+#.*$/, '')]
    const heading = /^#+ /.exec(line)?.[0]
    const pictures = [...line.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map((match) => match[1] ?? '')
    return heading === undefined ? pictures : [heading, ...pictures]
  })
}
