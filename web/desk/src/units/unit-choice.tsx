import type { UnitId } from '@shiji/contract/directory'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { placeUnits } from './unit-tree.ts'

type UnitChoiceProps = {
  readonly id?: string
  /** Names the field where nothing beside it does. */
  readonly label?: string
  /** What stands as long as none is chosen. */
  readonly placeholder?: string
  readonly value?: UnitId
  readonly onChange?: (unit: UnitId) => void
}

/** Chooses one unit I may see, found by typing a part of its name or of its pinyin. */
export function UnitChoice({ label, ...props }: UnitChoiceProps) {
  const units = useQuery(queries.directory.listUnits.queryOptions())
  const options = placeUnits(units.data ?? [])
    .filter(({ state }) => state === 'open')
    .map(({ id, name, depth, pinyin }) => ({ value: id, label: `${'　'.repeat(depth)}${name}`, title: name, pinyin }))
  return (
    <Select
      {...props}
      // A unit without its name yet would be shown by its number.
      value={units.isPending ? null : (props.value ?? null)}
      {...(label === undefined ? {} : { 'aria-label': label })}
      showSearch={{ filterOption: (typed, unit) => isSought(typed, unit) }}
      options={options}
      loading={units.isPending}
      virtual
      popupMatchSelectWidth={false}
    />
  )
}

function isSought(typed: string, unit: { readonly title: string; readonly pinyin: string } | undefined): boolean {
  const sought = typed.toLowerCase().replace(/\s+/g, '')
  return unit !== undefined && `${unit.title} ${unit.pinyin}`.toLowerCase().includes(sought)
}
