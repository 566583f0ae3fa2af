import { type Decimal, sum } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { loadFormTemplates, loadLintWords } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from './accounts.ts'
import { SCHOOLS } from './offices.ts'
import { PEOPLE, whoIs } from './people.ts'
import { contentOf } from './performance/file-forms.ts'
import { FILINGS, type Filing } from './performance/filings.ts'
import type { FormName } from './performance/forms.ts'

const TEMPLATES = loadFormTemplates()
const WORDS = loadLintWords()

const contentFor = (filing: Filing) => contentOf(filing, whoIs(filing.office, 'project-contact'))

function formOf(name: FormName, year: number): FormContent {
  const filing = FILINGS.find((one) => one.form === name && one.year === year)
  if (filing === undefined) throw new Error(`${name} is not filed for ${year}`)
  return contentFor(filing)
}

function errorsIn(form: FormContent): string[] {
  const template = TEMPLATES.find(({ id, edition }) => id === form.template && edition === form.edition) ?? null
  const findings = lintForm(form, template, { sisterForms: [], words: WORDS })
  return findings.filter(({ severity }) => severity === 'error').map(({ code, where }) => `${code} ${where}`)
}

test('forty schools and 123 people, each with a name and a login of their own that the password does not hold', () => {
  expect(new Set(SCHOOLS.map(({ name }) => name)).size).toBe(40)
  expect(PEOPLE).toHaveLength(123)
  expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(123)
  expect(new Set(PEOPLE.map(({ login }) => login)).size).toBe(123)
  expect(PEOPLE.filter(({ login }) => DEMO_PASSWORD.toLowerCase().includes(login))).toEqual([])
})

test.each([
  ['database-support', 2026, ['180000', 7, 1]],
  ['cloud-office', 2025, ['372100', 6, 9]],
  ['office-site-operation', 2026, ['4768009.00', 43, 0]],
  ['office-site-upgrade', 2025, ['1705440.00', 28, 0]],
  ['operation-improvement', 2026, ['100', 9, 0]],
] as const)('%s of %i: budget, rows and cost lines are %j', (name, year, facts) => {
  const form = formOf(name, year)
  expect([form.money.yearBudget, form.indicators.length, form.lines.length]).toEqual(facts)
})

test.each([
  ['self-evaluation-pilot', 2024, '98.89'],
  ['self-evaluation-services', 2025, '98.96'],
] as const)('%s of %i comes to %s, and its points are 100', (name, year, total) => {
  const { indicators, money, totals } = formOf(name, year)
  const known = (values: readonly (Decimal | null | undefined)[]) => values.filter((value) => value != null)
  expect(sum(known([money.score, ...indicators.map(({ score }) => score)]))).toBe(total)
  expect(sum(known([money.weight, ...indicators.map(({ weight }) => weight)]))).toBe('100')
  expect(totals).toEqual({ weight: '100', score: total })
})

test('the check finds what the contacts overlooked, and nothing worse', () => {
  const found = FILINGS.map((filing) => [`${filing.form} ${filing.year}`, errorsIn(contentFor(filing))] as const)
  expect(Object.fromEntries(found.filter(([, errors]) => errors.length > 0))).toEqual({
    'database-support 2024': ['choice-missing fields.项目类别'],
    'cloud-office 2025': ['sum-differs money.yearBudget', 'rows-sum-differs money.linesTotal'],
    'office-site-operation 2025': ['target-missing indicators[15].target'],
    'office-site-operation 2026': ['target-missing indicators[17].target'],
    'operation-improvement 2026': ['choice-missing fields.项目类别'],
    'self-evaluation-pilot 2024': ['reason-missing indicators[4].reason'],
  })
})

test('no mark of a form is left unfilled', () => {
  expect(FILINGS.map((filing) => JSON.stringify(contentFor(filing))).filter((text) => /\{\w+\}/.test(text))).toEqual([])
})
