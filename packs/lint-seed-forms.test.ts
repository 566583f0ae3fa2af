import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { expect, test } from 'vitest'
import { loadFormTemplates, loadLintWords } from './load-packs.ts'
import { FOUND_ANOMALIES, SILENT_ANOMALIES } from './seed-anomalies.ts'
import { type SeedForm, seedFormContent } from './seed-form-content.ts'

const SEEDS = join(import.meta.dirname, '../../shared/domain/seed-forms.json')
const seeds: readonly SeedForm[] = existsSync(SEEDS) ? JSON.parse(readFileSync(SEEDS, 'utf8')).forms : []
const filled = seeds.map((seed) => ({ seed, form: seedFormContent(seed) }))
const findings = new Map(filled.map(({ seed, form }) => [seed.formId, lintSeed(seed, form)]))

function lintSeed(seed: SeedForm, form: FormContent): LintFinding[] {
  const template = loadFormTemplates().find(({ id }) => id === seed.templateId) ?? null
  const sisterForms = filled.filter((it) => it.seed.seedFile === seed.seedFile).map((it) => it.form)
  return lintForm(form, template, { words: loadLintWords(), sisterForms })
}

const noSeeds = seeds.length === 0

test.skipIf(noSeeds).each(FOUND_ANOMALIES)(
  'anomaly %s of the seed forms is told as %s at %s (skips without the seed forms)',
  (anomaly, code, where) => {
    const owner = seeds.find(({ anomalies }) => anomalies.some((it) => it.code === anomaly))
    const found = findings.get(owner?.formId ?? '') ?? []

    expect(found.filter((it) => it.code === code).map((it) => it.where)).toContain(where)
  },
)

test.skipIf(noSeeds)(
  'every anomaly of the register is told or has a reason to be silent (skips without the seed forms)',
  () => {
    const register = seeds.flatMap(({ anomalies }) => anomalies.map(({ code }) => code))
    const answered = [...FOUND_ANOMALIES.map(([anomaly]) => anomaly), ...Object.keys(SILENT_ANOMALIES)]

    expect(new Set(answered)).toEqual(new Set(register))
  },
)

test.skipIf(noSeeds)('every sum that holds on the seed forms is left in peace (skips without the seed forms)', () => {
  const codes = [...findings.values()].flat().map(({ code }) => code)
  const arithmetic = [
    'sum-differs',
    'rows-sum-differs',
    'line-product-differs',
    'difference-differs',
    'total-below-part',
  ]

  expect(codes.filter((code) => arithmetic.includes(code))).toEqual([])
  expect(codes.filter((code) => /^(execution|total|weights)-/.test(code))).toEqual([])
})

test.skipIf(noSeeds)(
  'no seed row is called unreadable, nameless or out of its tree (skips without the seed forms)',
  () => {
    const codes = [...findings.values()].flat().map(({ code }) => code)
    const strange = ['target-unreadable', 'indicator-name-missing', 'indicator-level-missing', 'level-not-in-tree']

    expect(codes.filter((code) => strange.includes(code))).toEqual([])
  },
)
