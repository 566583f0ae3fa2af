import type { PersonId, UnitId } from '@shiji/contract/directory'
import type { api } from '#desk/api/client.ts'
import type { ListedUnit } from '#desk/units/unit-tree.ts'

export type Act = 'rename' | 'move' | 'merge' | 'split' | 'close'

export type ChangeFields = {
  readonly effectiveOn: string
  readonly reason: string
  readonly name: string
  readonly parentId: UnitId
  readonly intoId: UnitId
  readonly parts: readonly { readonly name: string; readonly people: PersonId[] }[]
}

/** The district itself can only be renamed. */
export function actsOn({ parentId }: ListedUnit): readonly Act[] {
  return parentId === null ? ['rename'] : ['rename', 'move', 'merge', 'split', 'close']
}

/** The call that carries a change out; only the fields of this change go with it. */
export function changeOf(act: Act, { id }: ListedUnit, fields: ChangeFields): (client: typeof api) => Promise<unknown> {
  const { effectiveOn, reason, name, parentId, intoId, parts } = fields
  const ground = { id, effectiveOn, reason }
  switch (act) {
    case 'rename':
      return ({ units }) => units.renameUnit({ ...ground, name })
    case 'move':
      return ({ units }) => units.moveUnit({ ...ground, parentId })
    case 'merge':
      return ({ units }) => units.mergeUnit({ ...ground, intoId })
    case 'split':
      return ({ units }) => units.splitUnit({ ...ground, parts: [...parts] })
    case 'close':
      return ({ units }) => units.closeUnit(ground)
  }
}
