import { Unit, type UnitId } from '@shiji/contract/directory'
import { UnitChange } from '@shiji/contract/directory-units'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { visibleTo } from '../person-store.ts'

export async function readUnit(context: Context, { id, on }: { id: UnitId; on?: string | undefined }) {
  requirePermission(context, 'directory.see-people')
  const day = on ?? officeDay(context.now).toString()

  return read(context.db, async (reader) => {
    const unit = await reader
      .selectFrom('directoryUnit')
      .leftJoin('directoryUnit as parent', 'parent.id', 'directoryUnit.parentId')
      .select(['directoryUnit.id', 'directoryUnit.parentId', 'directoryUnit.name', 'directoryUnit.kind'])
      .select(['directoryUnit.state', 'directoryUnit.pinyin', 'parent.name as parentName'])
      .where('directoryUnit.id', '=', id)
      .where(visibleTo(context.actor))
      .executeTakeFirst()
    if (unit === undefined) return refuse('not-found')

    const rows = await reader
      .selectFrom('directoryUnitChange as change')
      .innerJoin('directoryPerson as person', 'person.id', 'change.madeBy')
      .leftJoin('directoryUnit as before', 'before.id', 'change.parentBefore')
      .leftJoin('directoryUnit as after', 'after.id', 'change.parentAfter')
      .leftJoin('directoryUnit as other', 'other.id', 'change.otherId')
      .select(['change.id', 'change.did', 'change.effectiveOn', 'change.reason'])
      .select(['change.nameBefore', 'change.nameAfter', 'person.name as madeBy', 'change.madeAt'])
      .select(['before.name as parentBefore', 'after.name as parentAfter', 'other.name as other'])
      .where('change.unitId', '=', id)
      .orderBy('change.effectiveOn')
      .orderBy('change.madeAt')
      .execute()
    const changes = rows.map((row) =>
      UnitChange.parse({ ...row, effectiveOn: row.effectiveOn.toString(), madeAt: row.madeAt.toString() }),
    )
    const now = { name: unit.name, parent: unit.parentName }
    return { unit: Unit.parse(unit), onDay: { day, ...unitOnDay(changes, now, day) }, changes }
  })
}

type Standing = { readonly name: string; readonly parent: string | null }
type Change = Pick<
  (typeof UnitChange)['_output'],
  'effectiveOn' | 'nameBefore' | 'nameAfter' | 'parentBefore' | 'parentAfter'
>

/** The first change after the day still knows what was before it; without one, it is as it stands now. */
export function unitOnDay(changes: readonly Change[], now: Standing, day: string): Standing {
  const later = changes.filter(({ effectiveOn }) => effectiveOn > day)
  const renamed = later.find(({ nameBefore, nameAfter }) => nameBefore !== nameAfter)
  const moved = later.find(({ parentBefore, parentAfter }) => parentBefore !== parentAfter)
  return { name: renamed?.nameBefore ?? now.name, parent: moved === undefined ? now.parent : moved.parentBefore }
}
