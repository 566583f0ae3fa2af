import { isDecimal } from '@shiji/kernel/decimal'
import { Input, Select } from 'antd'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { CourseLight } from './course-light.tsx'
import { CURVE_WORDS } from './curve-words.ts'
import { DrawCurve } from './draw-curve.tsx'
import type { MonitoredRow, Month, MonthDraft, Written } from './month-draft.ts'
import { shown } from './plan-points.ts'

const WORDS = {
  caption: { zh: '{month} 月的目标进展', en: 'Goals in month {month}' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '年度目标', en: 'Target of the year' },
  planned: { zh: '此时应达', en: 'Due by now' },
  ownPlan: { zh: '单位自定', en: 'drawn by the unit' },
  previous: { zh: '上期 {value}', en: 'Before: {value}' },
  soFar: { zh: '完成值', en: 'So far' },
  band: { zh: '完成档次', en: 'Band' },
  expected: { zh: '全年预计', en: 'Expected for the year' },
  reason: { zh: '偏差原因', en: 'Reason' },
  light: { zh: '灯', en: 'Light' },
  of: { zh: '{what}：{name}', en: '{what}: {name}' },
  'not-due': { zh: '还没到期', en: 'Not due yet' },
  'not-reported': { zh: '还没填', en: 'Nothing written' },
  'nothing-promised': { zh: '没有承诺', en: 'Nothing promised' },
  'needs-band': { zh: '请选档次', en: 'Choose a band' },
  'unit-differs': { zh: '计量单位与目标不同', en: 'Unit differs from the target' },
  'period-missing': { zh: '缺少周期，如“每月”', en: 'The period is missing' },
  usedUp: { zh: '全年限额已用完', en: 'The cap of the year is used up' },
  missesYear: { zh: '按预计全年完不成', en: 'Expected to miss the year' },
  reasonMissing: { zh: '需要写原因', en: 'A reason is needed' },
} as const

type MonthTableProps = { readonly month: Month; readonly draft: MonthDraft; readonly isOpen: boolean }

/** Every promise of the year beside what should stand now, with what the unit writes. */
export function MonthTable({ month, draft, isOpen }: MonthTableProps) {
  const say = useWords(WORDS)
  const sayCurve = useWords(CURVE_WORDS)
  const field = (row: MonitoredRow, key: 'soFar' | 'expected' | 'reason') => (
    <Field
      value={draft.writtenOf(row)[key]}
      name={say('of', { what: say(key), name: nameOf(row) })}
      onWrite={isOpen ? (value) => draft.write(row.position, { [key]: value }) : null}
    />
  )
  const columns: readonly Column<MonitoredRow>[] = [
    { key: 'indicator', title: say('indicator'), width: '20%', cell: (row) => <Name row={row} /> },
    { key: 'target', title: say('target'), width: '11%', cell: ({ target }) => target },
    {
      key: 'planned',
      title: say('planned'),
      width: '10%',
      cell: (row) => (
        <span className="month-cell">
          {plannedOf(row)}
          {isOpen ? (
            <DrawCurve month={month} row={row} name={nameOf(row)} />
          ) : (
            <span className="small">{sayCurve(row.curve.kind)}</span>
          )}
          {row.curveIsOwn ? <span className="small">{say('ownPlan')}</span> : null}
        </span>
      ),
    },
    {
      key: 'soFar',
      title: say('soFar'),
      width: '16%',
      cell: (row) => (
        <span className="month-cell">
          {field(row, 'soFar')}
          <Band row={row} bands={month.bands} draft={draft} isOpen={isOpen} />
          {row.previous === null ? null : (
            <span className="small">{say('previous', { value: row.previous.soFar || (row.previous.band ?? '') })}</span>
          )}
        </span>
      ),
    },
    { key: 'expected', title: say('expected'), width: '11%', cell: (row) => field(row, 'expected') },
    { key: 'reason', title: say('reason'), width: '18%', cell: (row) => field(row, 'reason') },
    { key: 'light', title: say('light'), cell: (row) => <Standing row={row} /> },
  ]
  return (
    <DataTable
      caption={say('caption', { month: month.month })}
      columns={columns}
      rows={month.rows}
      keyOf={({ position }) => String(position)}
    />
  )
}

/** What is due by now in the unit of the target, as people write it. */
function plannedOf({ planned, promised }: MonitoredRow): string {
  if (planned === null || !isDecimal(planned)) return '—'
  return `${shown(planned)}${promised?.unit ?? ''}`
}

export function nameOf({ indicator }: Pick<MonitoredRow, 'indicator'>): string {
  return indicator.split('-').at(-1) ?? indicator
}

function Name({ row }: { readonly row: MonitoredRow }) {
  return (
    <span>
      <span className="cell-name">{nameOf(row)}</span>
      <br />
      <span className="small">{row.indicator.split('-').slice(0, -1).join(' · ')}</span>
    </span>
  )
}

type FieldProps = {
  readonly value: string
  readonly name: string
  /** Null where the month is closed. */
  readonly onWrite: ((value: string) => void) | null
}

function Field({ value, name, onWrite }: FieldProps) {
  if (onWrite === null) return <span>{value === '' ? '—' : value}</span>
  return <Input aria-label={name} value={value} maxLength={2000} onChange={({ target }) => onWrite(target.value)} />
}

type BandProps = {
  readonly row: MonitoredRow
  readonly bands: readonly string[]
  readonly draft: MonthDraft
  readonly isOpen: boolean
}

/** Words are judged by the band the unit names; numbers need none. */
function Band({ row, bands, draft, isOpen }: BandProps) {
  const say = useWords(WORDS)
  const { band }: Written = draft.writtenOf(row)
  if (row.curve.kind !== 'words' && row.without !== 'needs-band' && band === null) return null
  if (!isOpen) return band === null ? null : <span className="small">{band}</span>
  return (
    <Select
      aria-label={say('of', { what: say('band'), name: nameOf(row) })}
      placeholder={say('band')}
      value={band}
      allowClear
      options={bands.map((value) => ({ value, label: value }))}
      onChange={(value?: string) => draft.write(row.position, { band: value ?? null })}
    />
  )
}

function Standing({ row }: { readonly row: MonitoredRow }) {
  const say = useWords(WORDS)
  const { light, percent, without, usedUp, missesYear, reasonMissing } = row
  return (
    <span className="month-cell">
      {light === null ? (
        <Light kind={without === 'nothing-promised' ? 'none' : 'not-started'} word={say(without ?? 'not-reported')} />
      ) : (
        <CourseLight light={light} percent={percent} />
      )}
      {usedUp ? <span className="small">{say('usedUp')}</span> : null}
      {missesYear ? <span className="small">{say('missesYear')}</span> : null}
      {reasonMissing ? <span className="small severity-error">{say('reasonMissing')}</span> : null}
    </span>
  )
}
