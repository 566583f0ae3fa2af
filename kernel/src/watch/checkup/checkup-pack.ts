import { z } from 'zod'

const Wording = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const key = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

/** Engines a check-up knows the questions for. */
const CHECKED_ENGINES = ['postgres', 'mysql', 'mariadb', 'oracle', 'sqlserver'] as const
export type CheckedEngine = (typeof CHECKED_ENGINES)[number]

/** Engines whose questions are written from their documentation and were asked of no live server yet. */
const UNPROVEN_ENGINES = ['oracle', 'sqlserver'] as const satisfies readonly CheckedEngine[]
export type UnprovenEngine = (typeof UNPROVEN_ENGINES)[number]

export function isUnproven(engine: string): engine is UnprovenEngine {
  return UNPROVEN_ENGINES.some((one) => one === engine)
}

/** How soon something has to be done: at once, in this round of work, or when there is time. */
export const CHECKUP_GRADES = ['serious', 'notable', 'hint'] as const
export type CheckupGrade = (typeof CHECKUP_GRADES)[number]

const CheckupRule = z.strictObject({
  key,
  area: key,
  grade: z.enum(CHECKUP_GRADES),
  /** Less than this is no finding; null: what was seen is one by itself. In the unit its reason names. */
  atLeast: z.number().int().nonnegative().nullable(),
  name: Wording,
  /** What was seen; `{subject}`, `{value}` and what the question shows besides. */
  reason: Wording,
  risk: Wording,
  advice: Wording,
})

/** A line of releases, until when its makers mend it, and a patch known to be out. */
export const EngineLine = z.strictObject({
  engine: z.enum(CHECKED_ENGINES),
  line: z.string().regex(/^\d+(\.\d+)?$/),
  endsOn: z.iso.date(),
  patch: z
    .string()
    .regex(/^\d+(\.\d+)+$/)
    .nullable(),
})
export type EngineLine = z.infer<typeof EngineLine>

/** What a check-up of a database calls a fault, how grave it is, and what to do about it. */
export const CheckupPack = z
  .strictObject({
    id: z.string().min(1),
    place: z.string().min(1),
    source: z.string().min(1),
    /** Later releases are not in it. */
    knownOn: z.iso.date(),
    /** The service of the desk that does what findings ask for. */
    deskService: key,
    areas: z.array(z.strictObject({ key, name: Wording })).min(1),
    rules: z.array(CheckupRule).min(1),
    lines: z.array(EngineLine),
  })
  .refine(({ areas, rules }) => rules.every(({ area }) => areas.some((one) => one.key === area)), {
    message: 'a rule of no area',
  })
  .refine(({ rules }) => new Set(rules.map((rule) => rule.key)).size === rules.length, { message: 'a rule twice' })
export type CheckupPack = z.infer<typeof CheckupPack>
