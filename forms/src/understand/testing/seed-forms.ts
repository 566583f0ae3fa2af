import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { readDocument } from '../../read/read-document.ts'
import { understandForms } from '../understand-forms.ts'

const SHARED = join(import.meta.dirname, '../../../../../shared')
const CATALOGUE = join(SHARED, 'domain/seed-forms.json')

/** The real documents lie beside the project and are not part of it. */
export const SEEDS_ARE_HERE = existsSync(CATALOGUE) && existsSync(join(SHARED, 'seeds'))

export type SeedRow = {
  readonly seedLine: number
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly levelBasis: Readonly<Record<string, string>>
  readonly layoutShift: { readonly kind: string } | null
  readonly suspectedLevels: unknown
  readonly targetText: string | null
  readonly remark: string | null
  readonly weight: string | null
  readonly actualText: string | null
  readonly score: string | null
  readonly deviationText: string | null
}

export type SeedForm = {
  readonly formId: string
  readonly seedFile: string
  readonly templateId: string
  readonly stage: string
  readonly fiscalYear: number
  readonly currencyUnit: string | null
  readonly header: Readonly<Record<string, unknown>>
  readonly textSections: Readonly<Record<string, string>>
  readonly funding: Readonly<Record<string, unknown>> | null
  readonly lineItems: readonly Readonly<Record<string, unknown>>[]
  readonly subProjects: readonly SeedPart[]
  readonly safeguards: readonly Readonly<Record<string, unknown>>[]
  readonly schedule?: readonly { readonly period: string; readonly content: string }[]
  readonly priorEvaluations?: readonly { readonly year: number }[]
  readonly reviewSteps?: readonly { readonly reviewer: string }[]
  readonly totals?: Readonly<Record<string, string>>
  readonly indicators: readonly SeedRow[]
}

export type SeedPart = {
  readonly name: string
  readonly amount: string
  readonly detail?: Readonly<Record<string, string>>
}

/** rules.md §1.7: a row whose printing is damaged or whose levels are repaired or disputed. */
export function isDamaged(row: SeedRow): boolean {
  const inferred = Object.values(row.levelBasis).includes('inferred')
  return inferred || row.layoutShift !== null || row.suspectedLevels !== null
}

export type ReadSeed = { readonly expected: SeedForm; readonly read: FormContent }

/** Each real form beside what is read of it; empty where the documents are absent. */
export async function readSeeds(templates: readonly FormTemplate[]): Promise<ReadSeed[]> {
  if (!SEEDS_ARE_HERE) return []
  const catalogue = JSON.parse(readFileSync(CATALOGUE, 'utf8')) as { seedFiles: string[]; forms: SeedForm[] }
  const pairs: ReadSeed[] = []
  for (const file of catalogue.seedFiles) {
    const document = await readDocument(readFileSync(join(SHARED, 'seeds', file)), { name: file })
    if (!document.ok) throw new Error(`${file}: ${document.problem.code}`)
    const forms = understandForms(document.value, templates)
    const expected = catalogue.forms.filter(({ seedFile }) => seedFile === file)
    if (forms.length !== expected.length) throw new Error(`${file}: ${forms.length} forms, ${expected.length} expected`)
    forms.forEach((read, index) => {
      const form = expected[index]
      if (form !== undefined) pairs.push({ expected: form, read })
    })
  }
  return pairs
}
