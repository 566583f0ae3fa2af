import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { BindForm } from './bind-form.tsx'
import { Bullet } from './bullet.tsx'
import { ChecklistCard } from './checklist-card.tsx'
import { EvidenceDrawer } from './evidence-drawer.tsx'
import { ForecastFan } from './forecast-fan.tsx'
import { MonthEnds } from './month-ends.tsx'
import { Provenance } from './provenance.tsx'
import { RegisterCard } from './register-card.tsx'
import { RehearsalCard } from './rehearsal.tsx'
import { lightOf, type RowDetail } from './row-types.ts'
import './evidence.css'

const WORDS = {
  board: { zh: '指标看板', en: 'Indicator board' },
  target: { zh: '目标', en: 'Target' },
  evidence: { zh: '查看 {count} 条依据', en: 'See {count} records' },
  noData: { zh: '无数据', en: 'no data' },
  provenance: { zh: '这个数怎么来的', en: 'Where this figure comes from' },
  rehearsal: { zh: '目标预演', en: 'Rehearsal of a target' },
  checklist: { zh: '清单', en: 'Checklist' },
  monthEnds: { zh: '月末读数', en: 'Month ends' },
  register: { zh: '登记簿逐月核对', en: 'Register, month by month' },
  years: { zh: '历年目标', en: 'Targets across years' },
  noYears: { zh: '其他年度没有同名的指标', en: 'No other year has a row of this name' },
  year: { zh: '{year} 年：目标 {target}，实际 {value}', en: '{year}: target {target}, actual {value}' },
  binding: { zh: '取数绑定', en: 'Binding' },
  history: { zh: '绑定的经过', en: 'How it came to be bound' },
  bound: { zh: '{at} {by} 绑定“{measure}”：{reason}', en: '{at} {by} bound “{measure}”: {reason}' },
  released: { zh: '{at} {by} 解除绑定：{reason}', en: '{at} {by} took the binding back: {reason}' },
} as const

/** S12: one promise in full, from its picture to the records, and who said what proves it. */
export function RowPage() {
  const { formId, position: at } = useParams({ from: '/desk/board/$formId/$position' })
  const { target } = useSearch({ from: '/desk/board/$formId/$position' })
  const position = Number(at)
  useLive('evidence', queries.evidenceRows.key())
  const input = { id: formId, position, ...(target === undefined ? {} : { target }) }
  const detail = useQuery(queries.evidenceRows.readRow.queryOptions({ input, placeholderData: keepPreviousData }))
  return <Loaded query={detail}>{(found) => <Row {...{ detail: found, formId, position }} />}</Loaded>
}

type RowProps = { readonly detail: RowDetail; readonly formId: string; readonly position: number }

function Row({ detail, formId, position }: RowProps) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const [isOpen, setOpen] = useState(false)
  const { row, declaration, params, scope } = detail
  const { reading } = row
  return (
    <>
      <PageHead
        title={row.level3}
        about={
          <>
            <Link className="board-link" to="/board" search={{ year: declaration.year }}>
              {say('board')}
            </Link>{' '}
            · {declaration.project} · {declaration.year} · {row.level1} · {row.level2}
          </>
        }
        action={
          reading === null ? undefined : (
            <Button type="primary" onClick={() => setOpen(true)}>
              {say('evidence', { count: reading.counted })}
            </Button>
          )
        }
      />
      <section className="card row-head">
        <Figures detail={detail} />
        <Bullet row={row} />
        <ForecastFan row={row} />
      </section>
      <div className="row-cards">
        {reading === null ? null : (
          <Card title={say('provenance')}>
            <Provenance row={row} />
          </Card>
        )}
        {row.measure?.key === 'documents.checklist' ? (
          <Card title={say('checklist')}>
            <ChecklistCard id={formId} position={position} />
          </Card>
        ) : null}
        {row.measure === null ? null : (
          <Card title={say('monthEnds')}>
            <MonthEnds {...{ formId, position }} unit={row.measure.unit} />
          </Card>
        )}
        {row.measure === null ? null : (
          <Card title={say('rehearsal')}>
            <RehearsalCard {...{ detail, formId, position }} />
          </Card>
        )}
        {row.measure?.register && scope ? (
          <Card title={say('register')}>
            <RegisterCard register={row.measure.register} unitId={scope.unitId} year={declaration.year} />
          </Card>
        ) : null}
        <Card title={say('years')}>
          <Years years={detail.years} />
        </Card>
        {mayWrite ? (
          <Card title={say('binding')}>
            <BindForm key={row.binding} {...{ formId, row, params }} wholeUnit={scope?.wholeUnit ?? false} />
          </Card>
        ) : null}
        {detail.history.length === 0 ? null : (
          <Card title={say('history')}>
            <History history={detail.history} />
          </Card>
        )}
      </div>
      {isOpen ? <EvidenceDrawer {...{ formId, position }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <div className="card-body">{children}</div>
    </section>
  )
}

function Figures({ detail: { row } }: Pick<RowProps, 'detail'>) {
  const say = useWords(WORDS)
  const { reading, measure, headroom, forecastText, why } = row
  return (
    <>
      <p className="row-figures">
        <span>
          <span className="small">{say('target')}</span> {row.target}
        </span>
        {reading === null || measure === null ? null : (
          <span>
            <b className="board-number">{reading.value ?? say('noData')}</b>{' '}
            {reading.value === null ? null : <span className="small">{measure.unit}</span>}
          </span>
        )}
        <Light kind={lightOf(row)} word={row.lightName} />
        {headroom === null ? null : <span>{headroom}</span>}
      </p>
      <p>
        {why} {forecastText}
      </p>
    </>
  )
}

function Years({ years }: Pick<RowDetail, 'years'>) {
  const say = useWords(WORDS)
  if (years.length === 0) return <p className="small">{say('noYears')}</p>
  return (
    <ul className="plain-list">
      {years.map(({ year, target, value }) => (
        <li key={year}>{say('year', { year, target, value: value ?? say('noData') })}</li>
      ))}
    </ul>
  )
}

function History({ history }: Pick<RowDetail, 'history'>) {
  const say = useWords(WORDS)
  return (
    <ul className="plain-list">
      {history.map(({ number, measure, reason, boundAt, boundBy }) => (
        <li key={number}>
          {say(measure === null ? 'released' : 'bound', {
            at: formatMoment(boundAt),
            by: boundBy,
            measure: measure ?? '',
            reason,
          })}
        </li>
      ))}
    </ul>
  )
}
