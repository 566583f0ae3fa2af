import { type MeterId, ReadingId } from '@shiji/contract/upkeep-meters'
import { METER_KIND_WORDS, SUBJECT_WORDS } from '@shiji/kernel/upkeep/meter'
import { sayEntered } from '@shiji/kernel/upkeep/say-entered'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { BringExport } from './bring-export.tsx'
import { limitsOf, SOURCE_WORDS, showValue } from './meter-words.ts'
import { TakeReading } from './take-reading.tsx'
import '../upkeep.css'

const WORDS = {
  at: { zh: '时间', en: 'Time' },
  value: { zh: '读数', en: 'Reading' },
  proof: { zh: '依据', en: 'Proof' },
  actions: { zh: '办理', en: 'Actions' },
  outside: { zh: '超出限值', en: 'outside the limits' },
  listed: { zh: '{at} 导入', en: 'imported {at}' },
  late: { zh: '补录', en: 'entered late' },
  withdrawn: { zh: '已撤回：{because}（{by}）', en: 'taken back: {because} ({by})' },
  withdraw: { zh: '撤回', en: 'Take back' },
  why: { zh: '为什么撤回', en: 'Why it is taken back' },
  end: { zh: '停用', en: 'Take out of use' },
  ended: { zh: '{at} 停用', en: 'out of use since {at}' },
  limits: { zh: '限值 {limits}', en: 'limits {limits}' },
  lacks: { zh: '未附导出', en: 'no export yet' },
  exported: { zh: '{at} 补附', en: 'brought {at}' },
  none: { zh: '这一年没有读数', en: 'No reading this year' },
} as const

type Seen = Awaited<ReturnType<typeof api.upkeepMeters.openMeter>>
type Row = Seen['readings'][number]

export function MeterPage() {
  const { meterId } = useParams({ from: '/desk/upkeep/meters/$meterId' })
  const { year = thisYear() } = useSearch({ from: '/desk/upkeep/meters/$meterId' })
  const input = { id: meterId as MeterId, year }
  const seen = useQuery(queries.upkeepMeters.openMeter.queryOptions({ input }))
  return <Loaded query={seen}>{(shown) => <Meter seen={shown} year={year} />}</Loaded>
}

function Meter({ seen: { meter, readings }, year }: { readonly seen: Seen; readonly year: number }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const navigate = useNavigate()
  const [mayWork, mayPlan] = [useMay('upkeep.work'), useMay('upkeep.plan')]
  const columns = useColumns()
  const end = useMutation(queries.upkeepMeters.endMeter.mutationOptions({ onSuccess: refresh }))
  const { id, kind, subject, name, unit, place, endedAt } = meter
  const what = sayIn(subject === null ? METER_KIND_WORDS[kind] : SUBJECT_WORDS[subject], language)
  const choose = (chosen: number) =>
    void navigate({ to: '/upkeep/meters/$meterId', params: { meterId: id }, search: { year: chosen }, replace: true })
  return (
    <>
      <PageHead
        title={name}
        about={`${what} · ${unit.name} ${place} · ${say('limits', { limits: limitsOf(meter) })}`}
        tools={
          <>
            {endedAt === null ? null : <Light kind="none" word={say('ended', { at: formatMoment(endedAt) })} />}
            {mayPlan && endedAt === null ? (
              <Button loading={end.isPending} onClick={() => end.mutate({ id })}>
                {say('end')}
              </Button>
            ) : null}
            <YearChoice year={year} onChoose={choose} />
          </>
        }
      />
      <ProblemAlert problem={end.error} />
      {mayWork && endedAt === null ? <TakeReading meter={meter} /> : null}
      <DataTable
        caption={name}
        {...{ columns }}
        rows={readings}
        keyOf={(row) => row.id}
        none={{ title: say('none') }}
      />
    </>
  )
}

function refresh() {
  return queryClient.invalidateQueries({ queryKey: queries.upkeepMeters.key() })
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const saySource = useWords(SOURCE_WORDS)
  const mayWork = useMay('upkeep.work')
  const withdraw = useMutation(queries.upkeepMeters.withdrawReading.mutationOptions({ onSuccess: refresh }))
  return [
    {
      key: 'value',
      title: say('value'),
      cell: ({ value, of, isOutside, withdrawn, note }) => (
        <span className="two-lines">
          <span>{withdrawn === null ? showValue({ value, of }) : <s>{showValue({ value, of })}</s>}</span>
          {isOutside && withdrawn === null ? <Light kind="bad" word={say('outside')} /> : null}
          {withdrawn === null ? null : <span className="small">{say('withdrawn', withdrawn)}</span>}
          {note === '' ? null : <span className="small">{note}</span>}
        </span>
      ),
    },
    { key: 'at', title: say('at'), width: '26%', cell: (row) => <When row={row} /> },
    {
      key: 'proof',
      title: say('proof'),
      width: '26%',
      cell: ({ who, source, document, lacksExport, exportAt }) => (
        <span className="two-lines">
          <span>
            {who} · {saySource(exportAt === null ? source : 'file')}
          </span>
          {document === null ? null : <span className="small">{document.name}</span>}
          {exportAt === null ? null : <span className="small">{say('exported', { at: formatMoment(exportAt) })}</span>}
          {lacksExport ? <Light kind="watch" word={say('lacks')} /> : null}
        </span>
      ),
    },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '150px',
      cell: ({ id, withdrawn, lacksExport }) =>
        mayWork && withdrawn === null ? (
          <span className="two-lines">
            {lacksExport ? <BringExport id={ReadingId.parse(id)} /> : null}
            <AskButton
              label={say('withdraw')}
              questions={[{ name: 'because', label: say('why') }]}
              deed={withdraw}
              inputOf={(answer) => ({ id: ReadingId.parse(id), because: answer('because') })}
            />
          </span>
        ) : null,
    },
  ]
}

function When({ row: { at, enteredAt, aheadSeconds, isLateEntry, source } }: { readonly row: Row }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const entered =
    source === 'list'
      ? say('listed', { at: formatMoment(enteredAt) })
      : sayEntered({ happenedAt: at, enteredAt, aheadSeconds }, language, formatMoment)
  return (
    <span className="two-lines">
      <span>{formatMoment(at)}</span>
      {entered === null ? null : <span className="small">{entered}</span>}
      {isLateEntry ? <Light kind="watch" word={say('late')} /> : null}
    </span>
  )
}
