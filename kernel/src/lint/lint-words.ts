import { z } from 'zod'

/** Words of a language or a place with the reason they are in the list; `source` names the rule or form they come from. */
const WordList = z.strictObject({ source: z.string().min(1), words: z.array(z.string().min(1)).min(1) })

const FIELD_ROLES = [
  'overview',
  'basis',
  'necessity',
  'feasibility',
  'measures',
  'overallGoal',
  'annualGoal',
  'activities',
  'plan',
  'achievements',
  'start',
  'end',
  'category',
  'attribute',
  'performanceType',
  'procurement',
] as const

const MONEY_ROLES = [
  'total',
  'year',
  'lastYearBudget',
  'lastYearExecuted',
  'initial',
  'fullYear',
  'executed',
  'executionWeight',
  'executionScore',
] as const

/** Keys and printed labels under which the templates of a country keep one thing. */
const Names = z.array(z.string().min(1)).min(1)

/** The place-independent words the lint works with: `packs/<place>/words/lint.json`. */
export const LintWords = z.strictObject({
  fieldRoles: z.record(z.enum(FIELD_ROLES), Names),
  moneyRoles: z.record(z.enum(MONEY_ROLES), Names),
  /** Which level 2 an indicator of such a name belongs under. */
  levelFit: z.array(
    z.strictObject({
      source: z.string().min(1),
      dimension: z.string(),
      words: z.array(z.string()).min(1),
      /** Words that make the name mean something else: 响应 is no output quality in 响应机制. */
      except: z.array(z.string()).default([]),
      /** Level-2 names under which such a row is clearly misfiled; elsewhere the unit decides. */
      misfiledUnder: z.array(z.string()).min(1),
    }),
  ),
  /** Printed level names that mean the same. */
  levelAliases: z.array(z.strictObject({ source: z.string(), names: z.array(z.string()).min(2) })),
  /** Indicator names that mean the same. */
  nameAliases: z.array(z.strictObject({ source: z.string(), names: z.array(z.string()).min(2) })),
  /** Named plan periods with the years they cover. */
  planPeriods: z.array(z.strictObject({ name: z.string(), from: z.int(), to: z.int() })),
  planTitleWords: WordList,
  systemDocuments: WordList,
  recordDocuments: WordList,
  hardwareClasses: WordList,
  serviceItems: WordList,
  outsourcing: WordList,
  construction: WordList,
  operations: WordList,
  upgrade: WordList,
  recurring: WordList,
  oneOff: WordList,
  newProject: WordList,
  laterYear: WordList,
  genericProjectWords: WordList,
  unfinishedEndings: WordList,
  finishedEndings: WordList,
  judgements: WordList,
  satisfaction: WordList,
  completionRates: WordList,
  rates: WordList,
  exceedableRates: WordList,
  headcounts: WordList,
  speeds: WordList,
  availability: WordList,
  recovery: WordList,
  afterYear: WordList,
  notApplicable: WordList,
  regularWork: WordList,
  equipment: WordList,
  systems: WordList,
  classified: WordList,
  done: WordList,
})

export type LintWords = z.infer<typeof LintWords>
export type FieldRole = (typeof FIELD_ROLES)[number]
export type MoneyRole = (typeof MONEY_ROLES)[number]
