import type { UnitId } from '@shiji/contract/directory'
import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import type { ListedUnit } from '#desk/units/unit-tree.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ChangeUnit } from './change-unit.tsx'
import { UnitHistory } from './unit-history.tsx'

const WORDS = {
  change: { zh: '变更', en: 'Change' },
  history: { zh: '沿革', en: 'History' },
} as const

type UnitDrawerProps = { readonly unit: ListedUnit | null; readonly onClose: () => void }

/** What a unit was, and what becomes of it. */
export function UnitDrawer({ unit, onClose }: UnitDrawerProps) {
  return (
    <Drawer open={unit !== null} onClose={onClose} title={unit?.name ?? ''} size={480} destroyOnHidden>
      {unit === null ? null : <UnitLife key={unit.id} unit={unit} onDone={onClose} />}
    </Drawer>
  )
}

function UnitLife({ unit, onDone }: { readonly unit: ListedUnit; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const mayChange = useMay('directory.manage-units') && unit.state === 'open'
  return (
    <div className="unit-life">
      {mayChange ? (
        <section aria-label={say('change')}>
          <ChangeUnit unit={unit} onDone={onDone} />
        </section>
      ) : null}
      <section>
        <h2>{say('history')}</h2>
        <History id={unit.id} />
      </section>
    </div>
  )
}

function History({ id }: { readonly id: UnitId }) {
  const query = useQuery(queries.units.readUnit.queryOptions({ input: { id } }))
  return (
    <Loaded query={query} rows={2}>
      {({ changes }) => <UnitHistory changes={changes} />}
    </Loaded>
  )
}
