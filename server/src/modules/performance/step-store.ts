import type { Reader, Tx } from '#platform/database/transaction'

/** One step on the way of a form through the desks of its place, with the hash of the form it was about. */
export type Step<Deed extends string, State extends string> = {
  readonly formId: string
  readonly deed: Deed
  readonly state: State
  readonly version: number
  readonly sha256: string
  /** For which desk of the chain the person decided (区财政绩效办); '' when none is named. */
  readonly desk: string
  readonly opinion: string
  readonly at: Temporal.Instant
  readonly personId: string
}

type StepTable = 'performanceLifeStep' | 'performanceSelfEvaluationStep'

/** The next step of a form that is held. */
export async function appendStep(tx: Tx, table: StepTable, step: Step<string, string>): Promise<void> {
  const last = await tx
    .selectFrom(table)
    .select((column) => column.fn.max('number').as('number'))
    .where('formId', '=', step.formId)
    .executeTakeFirst()
  await tx
    .insertInto(table)
    .values({ ...step, number: (last?.number ?? 0) + 1 })
    .execute()
}

/** Oldest first. */
export async function listStepsOf<Deed extends string, State extends string>(
  reader: Reader,
  table: StepTable,
  formId: string,
) {
  const steps = reader.selectFrom(table).selectAll().where('formId', '=', formId).as('step')
  const rows = await reader
    .selectFrom(steps)
    .innerJoin('directoryPerson as person', 'person.id', 'step.personId')
    .select(['step.number', 'step.deed', 'step.state', 'step.version', 'step.sha256'])
    .select(['step.desk', 'step.opinion', 'step.at', 'person.name as by'])
    .orderBy('step.number')
    .execute()
  return rows.map(({ deed, state, at, ...row }) => ({
    ...row,
    deed: deed as Deed,
    state: state as State,
    at: at.toString(),
  }))
}
