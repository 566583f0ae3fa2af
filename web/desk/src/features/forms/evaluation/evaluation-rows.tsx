import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable, type Column as TableColumn } from '#desk/kit/data-table.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { BlurField } from './blur-field.tsx'
import { ContraryRecords } from './contrary-records.tsx'
import { GroundForm } from './ground-form.tsx'
import { PROOF_WORDS } from './proof-words.ts'
import { ActualCell, ScoreCell } from './row-cells.tsx'
import { type EvaluatedRow, fieldId, type SelfEvaluation, type useCells } from './self-evaluation.ts'

const WORDS = {
  caption: { zh: '逐行自评', en: 'Self-evaluation row by row' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  actual: { zh: '实际完成', en: 'Actual' },
  evidence: { zh: '依据', en: 'Evidence' },
  score: { zh: '得分', en: 'Points' },
  reason: { zh: '偏差原因及改进措施', en: 'Reason and measures' },
  proof: { zh: '证明', en: 'Proof' },
  records: { zh: '{count} 条', en: '{count} records' },
  noRecords: { zh: '无记录', en: 'No records' },
  noneThen: { zh: '送审时无记录', en: 'None when handed in' },
  unbound: { zh: '未绑定', en: 'Not bound' },
  of: { zh: '{what}：{name}', en: '{what}: {name}' },
  propose: { zh: '采用建议', en: 'Take the proposal' },
  proposeOf: { zh: '采用建议：{name}', en: 'Take the proposal: {name}' },
  ground: { zh: '附依据', en: 'Add proof' },
  groundOf: { zh: '附依据：{name}', en: 'Add proof: {name}' },
  soft: { zh: '目标偏软：{years} 年都超出五分之一以上', en: 'Soft: beaten by a fifth in {years} years' },
  beyond: { zh: '大幅超过目标', en: 'Far beyond the target' },
} as const

const LIGHTS = {
  machine: 'good',
  document: 'good',
  asserted: 'watch',
  unproved: 'bad',
} as const satisfies Readonly<Record<EvaluatedRow['proof'], LightKind>>

export type RowsProps = {
  readonly own: SelfEvaluation
  readonly isOpen: boolean
  readonly write: ReturnType<typeof useCells>['write']
}

/** Every promise of the year: what came of it, by what records, worth how much, and why. */
export function EvaluationRows(props: RowsProps) {
  const say = useWords(WORDS)
  const { own } = props
  const [ground, setGround] = useState<GroundAsked | null>(null)
  const columns = useColumns(props, setGround)
  const row = own.rows.find(({ position }) => position === ground?.position)
  return (
    <>
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={own.rows}
        keyOf={({ position }) => String(position)}
      />
      {row === undefined || ground === null ? null : (
        <GroundForm
          key={`${ground.position} ${ground.field}`}
          {...{ own, row }}
          field={ground.field}
          write={props.write}
          onClose={() => setGround(null)}
        />
      )}
    </>
  )
}

export type GroundAsked = { readonly position: number; readonly field: 'actual' | 'score' }

function useColumns(props: RowsProps, ground: (asked: GroundAsked) => void): readonly TableColumn<EvaluatedRow>[] {
  const say = useWords(WORDS)
  return [
    { key: 'indicator', title: say('indicator'), width: '17%', cell: (row) => <Name row={row} /> },
    { key: 'target', title: say('target'), width: '9%', cell: ({ target }) => target },
    { key: 'actual', title: say('actual'), width: '18%', cell: (row) => <ActualCell {...props} row={row} /> },
    { key: 'evidence', title: say('evidence'), width: '8%', cell: (row) => <Evidence row={row} {...props} /> },
    {
      key: 'score',
      title: say('score'),
      width: '19%',
      cell: (row) => <ScoreCell {...props} row={row} ground={ground} />,
    },
    { key: 'reason', title: say('reason'), width: '18%', cell: (row) => <Reason {...props} row={row} /> },
    {
      key: 'proof',
      title: say('proof'),
      cell: (row) => <Proof row={row} isOpen={props.isOpen} ground={ground} />,
    },
  ]
}

function Name({ row: { level1, level2, level3, softFor, isOverAchieved } }: { readonly row: EvaluatedRow }) {
  const say = useWords(WORDS)
  return (
    <div>
      <p className="cell-name">{level3}</p>
      <p className="small">{[level1, level2].filter((level) => level !== '').join(' / ')}</p>
      {isOverAchieved ? <p className="small severity-warning">{say('beyond')}</p> : null}
      {softFor === null ? null : <p className="small severity-warning">{say('soft', { years: softFor })}</p>}
    </div>
  )
}

/** The records behind the figure, one click away. */
function Evidence({ own, row, isOpen }: RowsProps & { readonly row: EvaluatedRow }) {
  const say = useWords(WORDS)
  const { computed, evidence, isBound, level3: name } = row
  if (evidence === null) return '—'
  const count = computed?.counted
  const none = isOpen || own.handedInAt === null ? 'noRecords' : 'noneThen'
  const what = say(isBound ? (count === undefined ? none : 'records') : 'unbound', { count: count ?? 0 })
  return (
    <Link
      to="/board/$formId/$position"
      params={{ formId: own.declarationId, position: String(evidence) }}
      aria-label={say('of', { what, name })}
    >
      {what}
    </Link>
  )
}

function Reason({ own, row, isOpen, write }: RowsProps & { readonly row: EvaluatedRow }) {
  const say = useWords(WORDS)
  const { reason, needsReason, proposedReason, level3: name, position, evidence } = row
  const put = (now: string) => void write([{ row, column: 'reason', now }]).catch(() => undefined)
  if (!isOpen) return <span className="evaluation-text">{reason === '' ? '—' : reason}</span>
  if (!needsReason && reason === '') return <span className="small">—</span>
  return (
    <span className="evaluation-cell">
      <BlurField
        id={fieldId('reason', position)}
        label={say('of', { what: say('reason'), name })}
        value={reason}
        isLong
        onWrite={put}
      />
      {reason === '' && proposedReason !== null ? (
        <>
          <span className="small">{proposedReason}</span>
          <Button size="small" aria-label={say('proposeOf', { name })} onClick={() => put(proposedReason)}>
            {say('propose')}
          </Button>
        </>
      ) : null}
      {proposedReason !== null && evidence !== null ? (
        <ContraryRecords declarationId={own.declarationId} position={evidence} name={name} />
      ) : null}
    </span>
  )
}

type ProofProps = {
  readonly row: EvaluatedRow
  readonly isOpen: boolean
  readonly ground: (asked: GroundAsked) => void
}

function Proof({ row: { position, proof, level3: name, actual }, isOpen, ground }: ProofProps) {
  const say = useWords(WORDS)
  const sayProof = useWords(PROOF_WORDS)
  const isWeak = proof === 'asserted' || proof === 'unproved'
  return (
    <span className="evaluation-cell">
      <Light kind={LIGHTS[proof]} word={sayProof(proof)} />
      {isOpen && isWeak && actual !== '' ? (
        <Button
          size="small"
          aria-label={say('groundOf', { name })}
          onClick={() => ground({ position, field: 'actual' })}
        >
          {say('ground')}
        </Button>
      ) : null}
    </span>
  )
}
