import { type Decimal, decimal, normalize } from '@shiji/kernel/decimal'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { cleanCell, fold } from './cells/cell-text.ts'
import { readSeeds, SEEDS_ARE_HERE, type SeedForm } from './testing/seed-forms.ts'

const BESIDE = 'needs the real documents in ../shared'
const seeds = await readSeeds(loadFormTemplates())

/** Keys of the register beside those of the templates. */
const MONEY: Readonly<Record<string, string>> = {
  totalBudget: 'totalBudget',
  yearBudget: 'yearBudget',
  fiscalAppropriation: 'fiscal',
  upperLevel: 'fiscal.upper',
  ownLevel: 'fiscal.own',
  lowerLevelMatching: 'fiscal.lower',
  otherFunds: 'otherFunds',
  sameNameLastYearBudget: 'lastYearBudget',
  sameNameLastYearExecuted: 'lastYearExecuted',
  lastYearBudget: 'lastYearBudget',
  lastYearExecuted: 'lastYearExecuted',
  carryOverBalance: 'balance',
}

function plain(amount: string | null | undefined): Decimal | null {
  if (amount === null || amount === undefined || amount === '') return null
  return normalize(decimal(amount.startsWith('.') ? `0${amount}` : amount.replaceAll(',', '')))
}

/** The register keeps markup and the label in front of the text. */
function proseOf(text: string): string {
  return fold(cleanCell(text)).replace(/^(?:依据|必要性|可行性):/, '')
}

function ticked(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  const options = Array.isArray(value) ? value : Object.keys(value).filter((key) => Reflect.get(value, key) === true)
  return options.join('、')
}

test.skipIf(!SEEDS_ARE_HERE)(`each real form is recognised with its stage, year and unit of money (${BESIDE})`, () => {
  const read = seeds.map(({ read: { template, stage, year, moneyUnit } }) => [template, stage, year, moneyUnit])
  expect(read).toEqual(
    seeds.map(({ expected: form }) => [
      form.templateId,
      form.stage.replace('_', '-'),
      form.fiscalYear,
      form.currencyUnit,
    ]),
  )
})

test.skipIf(!SEEDS_ARE_HERE)(`the head fields of the real forms are read as printed (${BESIDE})`, () => {
  for (const { expected, read } of seeds) {
    for (const [key, value] of Object.entries(expected.header)) {
      if (key === '项目名称') expect(read.project).toBe(value ?? '')
      else if (key === '项目类别_勾选') expect(read.fields.项目类别).toBe(ticked(value))
      else if (key === '实施单位') expect(read.unit).toBe(value)
      else if (key in read.fields && key !== '项目类别_选项') expect(read.fields[key]).toBe(ticked(value))
    }
    for (const [key, text] of Object.entries(expected.textSections)) {
      if (key in read.fields) expect([key, proseOf(read.fields[key] ?? '')]).toEqual([key, proseOf(text)])
      else expect(key).toMatch(/^(?:填表说明|注)/)
    }
  }
})

test.skipIf(!SEEDS_ARE_HERE)(`every amount of the real forms is read, blank is not zero (${BESIDE})`, () => {
  for (const { expected, read } of seeds) {
    for (const [key, amount] of Object.entries(expected.funding ?? {})) {
      const asked = MONEY[key]
      if (asked === undefined) continue
      expect([key, plain(read.money[asked])]).toEqual([key, plain(amount as string | null)])
    }
    for (const [key, amount] of Object.entries(matrixOf(expected))) {
      expect([key, plain(read.money[key])]).toEqual([key, plain(amount)])
    }
    expect([read.totals?.weight ?? null, read.totals?.score ?? null]).toEqual([
      expected.totals?.weight ?? null,
      expected.totals?.score ?? null,
    ])
  }
})

/** The money blocks of the self-evaluations (by source and stage) and of 东湖 (by source and year). */
function matrixOf({ funding }: SeedForm): Record<string, string | null> {
  const cells: Record<string, string | null> = {}
  const rows = (funding?.rows ?? []) as Record<string, string | null>[]
  const prefixes = ['', 'fiscal.', 'carriedOver.', 'otherFunds.']
  rows.forEach((row, index) => {
    for (const [key, name] of [
      ['initialBudget', 'initial'],
      ['fullYearBudget', 'fullYear'],
      ['fullYearExecuted', 'executed'],
    ] as const) {
      cells[`${prefixes[index]}${name}`] = row[key] ?? null
    }
    if (index > 0) return
    Object.assign(cells, { weight: row.weight, rate: row.executionRate?.replace('%', ''), score: row.score })
  })
  const sources = (funding?.sources ?? []) as { label: string; lastYear: string | null; thisYear: string | null }[]
  const own = sources.find(({ label }) => label === '2.本级财政安排')
  if (own !== undefined)
    Object.assign(cells, { 'lastYear.fiscal.own': own.lastYear, 'thisYear.fiscal.own': own.thisYear })
  return cells
}

test.skipIf(!SEEDS_ARE_HERE)(
  `cost lines, sub-projects, safeguards, schedule and review chain are whole (${BESIDE})`,
  () => {
    for (const { expected, read } of seeds) {
      expect(
        read.lines.map(({ project, unitPriceBasis, quantityBasis, ...line }) => ({ ...line, projectName: project })),
      ).toEqual(
        expected.lineItems.map(({ seedLine, unitPriceBasis, quantityBasis, ...line }) => ({ ...line, line: seedLine })),
      )
      expect(read.parts.map(({ name, amount }) => [name, plain(amount)])).toEqual(
        expected.subProjects.map(({ name, amount }) => [name, plain(amount)]),
      )
      for (const [index, { detail }] of expected.subProjects.entries()) {
        const { 名称: _name, 金额_raw: amountText, ...fields } = detail ?? {}
        expect(read.parts[index]?.fields).toEqual(fields)
        if (amountText !== undefined) expect(read.parts[index]?.amountText).toBe(amountText.trim())
      }
      expect(read.schedule.map(({ period, content }) => ({ period, content }))).toEqual(expected.schedule ?? [])
      expect(read.priorEvaluations.map(({ year }) => year)).toEqual(
        (expected.priorEvaluations ?? []).map(({ year }) => year),
      )
      expect(read.reviews.map(({ reviewer }) => reviewer)).toEqual(
        (expected.reviewSteps ?? []).map(({ reviewer }) => reviewer),
      )
      expect(safeguardsOf(read)).toEqual(expected.safeguards)
    }
  },
)

/** 东湖 asks for the documents in one field instead of a table. */
function safeguardsOf({ safeguards, fields }: (typeof seeds)[number]['read']) {
  const listed = fields.保证项目实施的相关制度及措施?.split('\n') ?? []
  if (listed.length > 0) return listed.map((line) => ({ document: line.replace(/^\d\./, '') }))
  return safeguards.map(({ line, ...safeguard }) => ({ seedLine: line, ...safeguard }))
}
