import { ChangeId } from '@shiji/contract/desk-changes'
import { UnitId } from '@shiji/contract/directory'
import type { ChangeResult, ChangeRisk, ChangeState } from '@shiji/kernel/change/change-life'
import { windowStanding } from '@shiji/kernel/change/planned-window'
import type { Language } from '@shiji/kernel/wording'
import { nameOfService } from '../desk-rules.ts'
import type { selectChanges } from './change-store.ts'

type Row = Awaited<ReturnType<ReturnType<typeof selectChanges>['execute']>>[number]

/** A change as a list shows it. */
export function showChange(row: Row, language: Language) {
  const from = row.plannedFrom.toString()
  const result = row.result as ChangeResult | null
  const approvedAt = row.approvedAt?.toString() ?? null
  const announcedAt = row.announcedAt?.toString() ?? null
  return {
    id: ChangeId.parse(row.id),
    number: row.number,
    what: row.what,
    risk: row.risk as ChangeRisk,
    state: row.state as ChangeState,
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    services: row.services.map((key) => ({ key, name: nameOfService(key, language) })),
    places: row.places.map(({ id, name }) => ({ id: UnitId.parse(id), name })),
    from,
    until: row.plannedUntil.toString(),
    standing: windowStanding({ from, approvedAt, announcedAt, result }),
    result,
  }
}
