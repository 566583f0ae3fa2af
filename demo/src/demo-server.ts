import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Role } from '@shiji/contract/directory'
import type { RegisterTicket } from './desk/desk-register.ts'
import type { RegisterShift } from './upkeep/duty-register.ts'
import type { RegisterTime } from './upkeep/upkeep-register.ts'
import type { RegisterSeries } from './watch/watch-register.ts'

/** A freshly founded district as the demo finds it: everything is done through its endpoints, nothing behind them. */
export type DemoServer = {
  /** The one-time links of the first start. */
  readonly links: readonly { readonly role: Role; readonly code: string }[]
  readonly openBrowser: () => Browser
  /** The register of the service desk, taken over whole: a request for each of its thousands of deeds would take minutes. */
  readonly bringRegister: (register: readonly RegisterTicket[], at: Temporal.Instant) => Promise<void>
  /** What the district does by itself every night: plans reach a year ahead. */
  readonly layOutPlans: (at: Temporal.Instant) => Promise<void>
  /** What became of everything planned, taken over whole like the register of the desk. */
  readonly bringUpkeep: (
    register: readonly (RegisterTime & { readonly planId: string })[],
    at: Temporal.Instant,
  ) => Promise<void>
  /** Who came to the shifts of the rosters, and what was handed over. */
  readonly bringDuty: (
    shifts: readonly (RegisterShift & { readonly planId: string })[],
    at: Temporal.Instant,
  ) => Promise<void>
  /** What the services reported before the district looked itself, put together by the day. */
  readonly bringWatch: (
    past: readonly (RegisterSeries & { readonly probeId: string })[],
    at: Temporal.Instant,
  ) => Promise<void>
}

/** Keeps the session it is given, as a browser does, and asks at the time it is told. */
export type Browser = {
  readonly ask: <Procedure extends AnyContractProcedure>(
    procedure: Procedure,
    input: Given<InferSchemaInput<NonNullable<Procedure['~orpc']['inputSchema']>>>,
    at: Temporal.Instant,
  ) => Promise<InferSchemaOutput<NonNullable<Procedure['~orpc']['outputSchema']>>>
}

/** A question is only read: values that nobody may change are as good as any. */
type Given<Value> = Value extends Blob | string | number
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: Given<Value[Key]> }
    : Value
