import { chooseLine, type ServiceLine } from '@shiji/kernel/ticket/choose-line'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { isInReach } from '../tickets/unit-in-reach.ts'

/** The lines of a unit and of all above it. */
export async function listLinesOf(reader: Reader, unitId: string): Promise<ServiceLine[]> {
  const rows = await linesOf(reader, { unitId })
  return rows.map((row) => ({ ...row, setAt: row.setAt.toString() }))
}

const linesOf = keepStatement((reader, { unitId }: { readonly unitId: string }) =>
  reader
    .selectFrom('directoryUnit as unit')
    .innerJoin('deskLine as line', (join) => join.on('line.unitId', '=', sql<string>`any(unit.ancestors)`))
    .select(['line.service', 'line.projectId', 'line.startsOn', 'line.setAt'])
    .select(sql<number>`array_position(unit.ancestors, line.unit_id)`.as('depth'))
    .where('unit.id', '=', unitId)
    .compile(),
)

type Called = { readonly unitId: string; readonly service: string | null; readonly reportedAt: Temporal.Instant }

/** The project a call belongs to by the lines; null when it falls under none. */
export async function proposeProject(reader: Reader, { unitId, service, reportedAt }: Called): Promise<string | null> {
  const lines = await listLinesOf(reader, unitId)
  return chooseLine(lines, { service, day: officeDay(reportedAt).toString() })?.projectId ?? null
}

type NewLine = {
  readonly id: string
  readonly unitId: string
  readonly service: string | null
  readonly projectId: string | null
  readonly startsOn: string
  readonly setAt: Temporal.Instant
  readonly setBy: string
}

export async function saveLine(tx: Tx, line: NewLine): Promise<void> {
  await tx.insertInto('deskLine').values(line).execute()
}

/** The lines of units whose calls the actor may log, by unit, the latest first. */
export function listLineRows(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('deskLine as line')
    .innerJoin('directoryUnit as unit', 'unit.id', 'line.unitId')
    .innerJoin('directoryPerson as setter', 'setter.id', 'line.setBy')
    .leftJoin(sql<{ id: string; name: string }>`shared_project`.as('project'), 'project.id', 'line.projectId')
    .select(['line.id', 'line.unitId', 'unit.name as unitName', 'line.service', 'line.startsOn'])
    .select(['line.projectId', 'project.name as projectName', 'setter.name as setBy', 'line.setAt'])
    .where(isInReach(actor))
    .orderBy('unit.name')
    .orderBy('line.startsOn', 'desc')
    .orderBy('line.setAt', 'desc')
    .execute()
}
