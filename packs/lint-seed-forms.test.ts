import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '@shiji/forms/read/read-document'
import { understandForms } from '@shiji/forms/understand/understand-forms'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { beforeAll, expect, test } from 'vitest'
import { loadFormTemplates, loadLintWords } from './load-packs.ts'
import { FOUND_ANOMALIES, SILENT_ANOMALIES } from './seed-anomalies.ts'

const SHARED = join(import.meta.dirname, '../../shared')
const withoutSeeds = !existsSync(join(SHARED, 'seeds'))

/** The register lists the forms in the order of the files and of their pages. */
type RegisteredForm = { readonly anomalies: readonly { readonly code: string }[] }
let register: readonly RegisteredForm[] = []
let findings: readonly (readonly LintFinding[])[] = []

beforeAll(async () => {
  if (withoutSeeds) return
  register = JSON.parse(readFileSync(join(SHARED, 'domain/seed-forms.json'), 'utf8')).forms
  const files = readdirSync(join(SHARED, 'seeds')).sort()
  findings = (await Promise.all(files.map(lintFile))).flat()
})

async function lintFile(name: string): Promise<LintFinding[][]> {
  const read = await readDocument(readFileSync(join(SHARED, 'seeds', name)), { name })
  if (!read.ok) throw new Error(`${name}: ${read.problem.code}`)
  const templates = loadFormTemplates()
  const forms = understandForms(read.value, templates)
  return forms.map((form) => {
    const template = templates.find(({ id, edition }) => id === form.template && edition === form.edition) ?? null
    return lintForm(form, template, { words: loadLintWords(), sisterForms: forms })
  })
}

test.skipIf(withoutSeeds).each(FOUND_ANOMALIES)(
  'anomaly %s of the seed files is told as %s at %s (skips without the seed files)',
  (anomaly, code, where) => {
    const form = register.findIndex(({ anomalies }) => anomalies.some((it) => it.code === anomaly))

    const found = findings[form]?.filter((it) => it.code === code).map((it) => it.where)

    expect(found).toContain(where)
  },
)

test.skipIf(withoutSeeds)(
  'every anomaly of the register is told or has a reason to be silent (skips without the seed files)',
  () => {
    const registered = register.flatMap(({ anomalies }) => anomalies.map(({ code }) => code))
    const answered = [...FOUND_ANOMALIES.map(([anomaly]) => anomaly), ...Object.keys(SILENT_ANOMALIES)]

    expect(new Set(answered)).toEqual(new Set(registered))
  },
)

test.skipIf(withoutSeeds)(
  'every sum that holds on the seed files is left in peace (skips without the seed files)',
  () => {
    const codes = findings.flat().map(({ code }) => code)
    const arithmetic = /^(sum|rows-sum|line-product|difference|execution|total|weights)-/

    expect(codes.filter((code) => arithmetic.test(code))).toEqual([])
  },
)

test.skipIf(withoutSeeds)(
  'no row of the seed files is called unreadable, nameless or out of its tree (skips without the seed files)',
  () => {
    const codes = findings.flat().map(({ code }) => code)
    const strange = /^(target-unreadable|indicator-name-missing|indicator-level-missing|level-not-in-tree)$/

    expect(codes.filter((code) => strange.test(code))).toEqual([])
  },
)
