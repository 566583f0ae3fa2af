import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { InDrawer } from '#desk/shell/desk-drawer.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { MonthEnds } from './month-ends.tsx'
import { Provenance } from './provenance.tsx'
import { type EvidenceRow, lightOf } from './row-types.ts'

const WORDS = {
  title: { zh: '依据', en: 'Evidence' },
  close: { zh: '关闭依据', en: 'Close the evidence' },
  monthEnds: { zh: '月末读数与今天重算', en: 'Month ends, computed again' },
  which: { zh: '看哪些记录', en: 'Which records' },
  counted: { zh: '计入', en: 'Counted' },
  against: { zh: '反向', en: 'Against' },
  excluded: { zh: '不计', en: 'Left out' },
  late: { zh: '补录', en: 'entered late' },
  edited: { zh: '改过', en: 'edited' },
  contrary: { zh: '反向依据', en: 'against the promise' },
  entered: { zh: '录入 {at}', en: 'entered {at}' },
  own: { zh: '这一条 {numerator} {unit}', en: 'this one {numerator} {unit}' },
  adds: { zh: '计 {numerator} / {denominator}', en: 'adds {numerator} / {denominator}' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  noCounted: { zh: '没有依据，需要补充记录', en: 'No evidence; records are needed' },
  noAgainst: { zh: '没有反向依据', en: 'Nothing speaks against it' },
  noExcluded: { zh: '没有不计的记录', en: 'Nothing was left out' },
} as const

const CHOICES = ['counted', 'against', 'excluded'] as const
const EMPTY = { counted: 'noCounted', against: 'noAgainst', excluded: 'noExcluded' } as const

type Which = (typeof CHOICES)[number]
type DrawerProps = { readonly formId: string; readonly position: number; readonly onClose: () => void }

/** S13: the very records of a figure, as many as it says, with what was left out and what speaks against it. */
export function EvidenceDrawer({ formId, position, onClose }: DrawerProps) {
  const say = useWords(WORDS)
  const [which, setWhich] = useState<Which>('counted')
  const pages = useInfiniteQuery(
    queries.evidenceRows.listEvidence.infiniteOptions({
      input: (after: string | undefined) => ({ id: formId, position, which, after }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <InDrawer title={say('title')}>
      <div className="evidence-drawer" ref={bringIntoView}>
        <Button size="small" className="evidence-close" onClick={onClose}>
          {say('close')}
        </Button>
        <Loaded query={pages}>
          {({ pages: [first, ...more] }) =>
            first === undefined ? null : (
              <>
                <p className="small">{say('title')}</p>
                <h2>{first.row.level3}</h2>
                <p>
                  <Light kind={lightOf(first.row)} word={first.row.lightName} /> {first.row.why}
                </p>
                <Provenance row={first.row} />
                {first.row.measure === null ? null : (
                  <details className="evidence-months">
                    <summary>{say('monthEnds')}</summary>
                    <MonthEnds {...{ formId, position }} unit={first.row.measure.unit} />
                  </details>
                )}
                <Segmented
                  aria-label={say('which')}
                  value={which}
                  options={CHOICES.map((value) => ({ value, label: say(value) }))}
                  onChange={setWhich}
                />
                <RecordList
                  records={[first, ...more].flatMap(({ records }) => records)}
                  unit={ownUnit(first.row)}
                  empty={say(EMPTY[which])}
                />
                {pages.hasNextPage ? (
                  <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {say('more')}
                  </Button>
                ) : null}
              </>
            )
          }
        </Loaded>
      </div>
    </InDrawer>
  )
}

/** On a phone the drawer lies below the page. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

type EvidenceRecord = Awaited<ReturnType<typeof api.evidenceRows.listEvidence>>['records'][number]

/** Where the figure is one of the records or their number, each is told in the unit of the figure; elsewhere null. */
function ownUnit({ reading, measure }: EvidenceRow): string | null {
  return reading === null || measure === null || reading.numerator !== null ? null : measure.unit
}

type ListProps = {
  readonly records: readonly EvidenceRecord[]
  readonly unit: string | null
  readonly empty: string
}

function RecordList({ records, unit, empty }: ListProps) {
  if (records.length === 0) return <p className="evidence-empty">{empty}</p>
  return (
    <ul className="evidence-records">
      {records.map((record) => (
        <OneRecord key={`${record.kind} ${record.id}`} {...{ record, unit }} />
      ))}
    </ul>
  )
}

function OneRecord({ record, unit }: { readonly record: EvidenceRecord; readonly unit: string | null }) {
  const say = useWords(WORDS)
  const { kind, title, at, enteredAt, strength, mark, numerator, denominator, exclusion, against, page } = record
  const name = title === '' ? kind : title
  const adds = unit === null ? say('adds', { numerator, denominator }) : say('own', { numerator, unit })
  return (
    <li>
      <p className="evidence-record">
        <b>{page === null ? name : <a href={page}>{name}</a>}</b>
        {mark === null ? null : <Light kind="watch" word={say(mark)} />}
        {against ? <Light kind="bad" word={say('contrary')} /> : null}
      </p>
      <p className="small">
        {kind} · {strength} · {formatMoment(at)} · {say('entered', { at: formatMoment(enteredAt) })}
      </p>
      <p className="small">{exclusion ?? adds}</p>
    </li>
  )
}
