import type { ReactNode } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { ListFaults } from './list-faults.tsx'
import { ListImport, type ListImportProps } from './list-import.tsx'
import { ListVerdict, type LookedAt } from './list-verdict.tsx'
import { PageHead } from './page-head.tsx'
import { StateBlock } from './state-block.tsx'
import './list-import.css'

const WORDS = {
  counts: {
    zh: '{name}：新增 {made}，变更 {changed}，不变 {unchanged}',
    en: '{name}: {made} new, {changed} changed, {unchanged} unchanged',
  },
  done: { zh: '已导入：新增 {made}，变更 {changed}', en: 'Imported: {made} new, {changed} changed' },
} as const

type Counts = { readonly made: number; readonly changed: number; readonly unchanged: number }
type Reading = Counts & LookedAt

type OneListImportProps = Omit<ListImportProps<Reading, Counts>, 'doesAnything' | 'preview' | 'done'> & {
  /** Where to look when it is in. */
  readonly see: ReactNode
}

/** A list of one kind of thing comes in. */
export function OneListImport({ see, ...list }: OneListImportProps) {
  const say = useWords(WORDS)
  return (
    <ListImport
      {...list}
      doesAnything={({ made, changed }) => made + changed > 0}
      preview={(name, reading) => <Preview name={name} reading={reading} />}
      done={({ made, changed }) => (
        <>
          <PageHead title={list.title} />
          <div role="status">
            <StateBlock state={{ kind: 'empty', title: say('done', { made, changed }), action: see }} />
          </div>
        </>
      )}
    />
  )
}

function Preview({ name, reading }: { readonly name: string; readonly reading: Reading }) {
  const say = useWords(WORDS)
  const { made, changed, unchanged, wrongCells, problems } = reading
  return (
    <div className="list-preview" aria-live="polite">
      <section className="card card-body list-facts">
        <strong>{say('counts', { name, made, changed, unchanged })}</strong>
        <ListVerdict reading={reading} changes={made + changed} />
      </section>
      {wrongCells > 0 ? <ListFaults faults={problems} all={wrongCells} /> : null}
    </div>
  )
}
