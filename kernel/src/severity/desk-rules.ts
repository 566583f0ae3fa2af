import { z } from 'zod'
import { Bilingual } from '../calendar/year-days.ts'
import { PauseReason } from '../clock/clock-event.ts'
import { ClockKind, type ClockRule } from '../clock/clock-rule.ts'
import { Layer, Scope, Severity, TicketKind } from './ticket-class.ts'

/** Whom a reminder tells: who works on it, who has the duty then, everybody on the team, who answers for the team. */
export const Told = z.enum(['assignee', 'duty', 'team', 'leader'])

const Weight = z.enum(['ordinary', 'important', 'critical'])
const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const Service = z.strictObject({
  key: Key,
  name: Bilingual,
  weight: Weight,
  /** The hours of the calendar in which it is used most; null when it matters alike at any time. */
  peak: Key.nullable(),
  /** Where its incidents usually sit. */
  layer: Layer.nullable(),
  /** What whoever waits may try meanwhile, step by step. */
  selfCheck: z.array(Bilingual).max(5).default([]),
})

const Clock = z.strictObject({
  kind: TicketKind,
  severity: Severity,
  clock: ClockKind,
  limitSeconds: z.int().positive(),
  bound: z.enum(['at-most', 'less-than']),
  window: Key,
})

/**
 * What a service desk promises, as data in `packs/<place>/desk/*.json`: services, the matrix scope × service × peak →
 * severity, and the clocks of each severity. A change is a new version; tickets keep the one they began with.
 */
export const DeskRules = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9-]+$/),
    place: Key,
    version: z.int().positive(),
    /** The agreement that is named on every ticket. */
    name: Bilingual,
    source: z.strictObject({ text: z.string().min(1), sureness: z.enum(['A', 'B', 'C', 'D']) }),
    services: z.array(Service).min(1),
    matrix: z.array(z.strictObject({ scope: Scope, weight: Weight, usual: Severity, peak: Severity })),
    clocks: z.array(Clock).min(1),
    pausedBy: z.array(PauseReason),
    reopened: z.enum(['count-through', 'go-on']),
    remindAt: z.array(z.int().min(1).max(1_000)).max(10),
    lateAfterSeconds: z.int().nonnegative(),
    /** What is told at so many percent of a limit. */
    escalation: z.array(z.strictObject({ percent: z.int().min(1), tell: z.array(Told).min(1) })),
    causes: z.array(z.strictObject({ key: Key, name: Bilingual })).min(1),
  })
  .refine(({ services }) => isOnce(services.map(({ key }) => key)), 'a service stands twice')
  .refine(({ matrix }) => isWhole(matrix), 'the matrix must name every scope and weight once')
  .refine(
    ({ clocks }) => isOnce(clocks.map(({ kind, severity, clock }) => `${kind} ${severity} ${clock}`)),
    'a clock stands twice',
  )
  .refine(({ clocks }) => answersAll(clocks), 'every kind and severity needs a response clock')

export type DeskRules = z.infer<typeof DeskRules>
export type Told = z.infer<typeof Told>

/** The clocks a ticket of this kind and severity is measured by. */
export function clockRulesOf(
  rules: DeskRules,
  { kind, severity }: { kind: TicketKind; severity: Severity },
): readonly ClockRule[] {
  const { version, pausedBy, reopened, remindAt, lateAfterSeconds } = rules
  return rules.clocks
    .filter((one) => one.kind === kind && one.severity === severity)
    .map(({ clock, limitSeconds, bound, window }) => ({
      kind: clock,
      version,
      limitSeconds,
      bound,
      window,
      pausedBy,
      reopened,
      remindAt,
      lateAfterSeconds,
    }))
}

function isOnce(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length
}

function isWhole(matrix: readonly { scope: Scope; weight: string }[]): boolean {
  const cells = Scope.options.flatMap((scope) => Weight.options.map((weight) => `${scope} ${weight}`))
  const named = matrix.map(({ scope, weight }) => `${scope} ${weight}`)
  return isOnce(named) && cells.every((cell) => named.includes(cell))
}

function answersAll(clocks: readonly { kind: TicketKind; severity: Severity; clock: ClockKind }[]): boolean {
  return TicketKind.options.every((kind) =>
    Severity.options.every((severity) =>
      clocks.some((one) => one.kind === kind && one.severity === severity && one.clock === 'response'),
    ),
  )
}
