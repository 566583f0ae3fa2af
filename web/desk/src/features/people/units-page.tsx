import type { UnitId } from '@shiji/contract/directory'
import { KIND_WORDS } from '@shiji/contract/unit-words'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AddUnit } from './add-unit.tsx'
import { ListImportLink } from './list-import/list-import-link.tsx'
import './people.css'
import { type PlacedUnit, placeUnits } from '#desk/units/unit-tree.ts'
import { UnitDrawer } from './unit-drawer.tsx'

const WORDS = {
  title: { zh: '单位', en: 'Units' },
  about: {
    zh: '上级看得到下级的记录，平级互不可见',
    en: 'A unit sees the records of the units below it and of no other',
  },
  add: { zh: '新增单位', en: 'Add a unit' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '在用', en: 'Open' },
  merged: { zh: '已合并', en: 'Merged' },
  closed: { zh: '已撤销', en: 'Closed' },
  action: { zh: '操作', en: 'Action' },
  look: { zh: '变更与沿革', en: 'Change and history' },
  lookNamed: { zh: '{name} 的变更与沿革', en: 'Change and history of {name}' },
} as const

export function UnitsPage() {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const mayAdd = useMay('directory.manage-units')
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<UnitId | null>(null)
  const units = useQuery(queries.directory.listUnits.queryOptions())
  const columns: readonly Column<PlacedUnit>[] = [
    {
      key: 'name',
      title: say('name'),
      cell: ({ name, depth }) => (
        <span className="unit-name" style={{ paddingInlineStart: `${depth * 20}px` }}>
          {depth === 0 ? null : <span aria-hidden>└ </span>}
          {name}
        </span>
      ),
    },
    { key: 'kind', title: say('kind'), cell: ({ kind }) => sayKind(kind) },
    {
      key: 'state',
      title: say('state'),
      cell: ({ state }) => (state === 'open' ? say(state) : <Light kind="none" word={say(state)} />),
    },
    {
      key: 'action',
      title: say('action'),
      kind: 'actions',
      cell: ({ id, name }) => (
        <Button size="small" aria-label={say('lookNamed', { name })} onClick={() => setChosen(id)}>
          {say('look')}
        </Button>
      ),
    },
  ]
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={mayAdd ? <ListImportLink /> : undefined}
        action={mayAdd ? add : undefined}
      />
      <Loaded query={units}>
        {(rows) => (
          <DataTable caption={say('title')} columns={columns} rows={placeUnits(rows)} keyOf={({ id }) => id} />
        )}
      </Loaded>
      <UnitDrawer unit={units.data?.find(({ id }) => id === chosen) ?? null} onClose={() => setChosen(null)} />
      <AddUnit open={adding} onClose={() => setAdding(false)} />
    </>
  )
}
