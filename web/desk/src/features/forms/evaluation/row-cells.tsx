import { compare, isDecimal } from '@shiji/kernel/decimal'
import { Button } from 'antd'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { inPoints } from '../in-points.ts'
import { BlurField } from './blur-field.tsx'
import type { GroundAsked, RowsProps } from './evaluation-rows.tsx'
import { type EvaluatedRow, fieldId, type SelfEvaluation } from './self-evaluation.ts'

const WORDS = {
  actual: { zh: '实际完成：{name}', en: 'Actual: {name}' },
  score: { zh: '得分：{name}', en: 'Points: {name}' },
  figure: { zh: '记录 {actual}', en: 'Records {actual}' },
  records: { zh: '记录 {actual}（{numerator} ÷ {denominator}）', en: 'Records {actual} ({numerator} ÷ {denominator})' },
  kept: {
    zh: '{measure}，{from} 至 {until}，{at} 读取，口径第 {version} 版',
    en: '{measure}, {from} to {until}, read {at}, query version {version}',
  },
  late: { zh: '其中补录 {late} 条', en: '{late} entered late' },
  differs: { zh: '✕ 与记录不同', en: '✕ differs from the records' },
  use: { zh: '用记录值', en: 'Use the records' },
  useOf: { zh: '用记录值：{name}', en: 'Use the records: {name}' },
  weight: { zh: '/ {weight}', en: 'of {weight}' },
  weightOf: { zh: '分值：{name}', en: 'Weight: {name}' },
  rule: { zh: '规则得 {score}', en: 'By rule {score}' },
  useRule: { zh: '用规则分', en: 'Use the rule’s' },
  useRuleOf: { zh: '用规则分：{name}', en: 'Use the rule’s: {name}' },
  change: { zh: '改分', en: 'Change' },
  changeOf: { zh: '改分：{name}', en: 'Change: {name}' },
  grounded: { zh: '{by} 附依据：{reason}', en: 'Grounded by {by}: {reason}' },
} as const

type CellProps = RowsProps & { readonly row: EvaluatedRow }

/** What the unit writes, beside what the records say. */
export function ActualCell({ own, row, isOpen, write }: CellProps) {
  const say = useWords(WORDS)
  const { actual, computed, position, level3: name } = row
  const put = (now: string) => void write([{ row, column: 'actual', now }]).catch(() => undefined)
  const differs = computed !== null && computed.actual !== actual
  return (
    <span className="evaluation-cell">
      {isOpen ? (
        <BlurField id={fieldId('actual', position)} label={say('actual', { name })} value={actual} onWrite={put} />
      ) : (
        <b>{actual === '' ? '—' : actual}</b>
      )}
      {computed === null ? null : <Kept computed={computed} />}
      {differs ? <span className="small severity-error">{say('differs')}</span> : null}
      {differs && isOpen ? (
        <Button size="small" aria-label={say('useOf', { name })} onClick={() => put(computed.actual)}>
          {say('use')}
        </Button>
      ) : null}
      <Grounded own={own} position={position} field="actual" />
    </span>
  )
}

function Kept({ computed }: { readonly computed: NonNullable<EvaluatedRow['computed']> }) {
  const say = useWords(WORDS)
  const { measure, from, until, asOf, queryVersion: version, late } = computed
  const { actual, numerator, denominator } = computed
  const figure =
    numerator === null
      ? say('figure', { actual })
      : say('records', { actual, numerator, denominator: denominator ?? '' })
  return (
    <span className="small" title={say('kept', { measure, from, until, at: formatMoment(asOf), version })}>
      {figure} {late === 0 ? '' : say('late', { late })}
    </span>
  )
}

/** The points, how they came about, and the rule's where the unit's are others. */
export function ScoreCell({ own, row, isOpen, write, ground }: CellProps & { ground: (asked: GroundAsked) => void }) {
  const say = useWords(WORDS)
  const { score, ruleScore, weight, trace, position, level3: name } = row
  const put = (now: string) => void write([{ row, column: 'score', now }]).catch(() => undefined)
  const isOwn = score !== null && ruleScore !== null && isDecimal(score) && isDecimal(ruleScore)
  const differs = isOwn && compare(score, ruleScore) !== 0
  if (isOpen && weight === null) return <WeightField {...{ row, write }} />
  return (
    <span className="evaluation-cell">
      {isOpen && ((ruleScore === null && row.actual !== '') || differs) && weight !== '0' ? (
        <BlurField id={fieldId('score', position)} label={say('score', { name })} value={score ?? ''} onWrite={put} />
      ) : (
        <span>
          <b className="score-figure">{inPoints(score ?? ruleScore)}</b> {say('weight', { weight: weight ?? '—' })}{' '}
          {isOpen && ruleScore !== null ? (
            <Button
              type="link"
              size="small"
              aria-label={say('changeOf', { name })}
              onClick={() => ground({ position, field: 'score' })}
            >
              {say('change')}
            </Button>
          ) : null}
        </span>
      )}
      {differs ? (
        <span className="small severity-warning">
          {say('rule', { score: ruleScore })}{' '}
          {isOpen ? (
            <Button size="small" aria-label={say('useRuleOf', { name })} onClick={() => put(ruleScore)}>
              {say('useRule')}
            </Button>
          ) : null}
        </span>
      ) : null}
      <span className="small">{trace}</span>
      <Grounded own={own} position={position} field="score" />
    </span>
  )
}

/** Without a weight a row has no points; the place gave none at the declaration. */
function WeightField({ row, write }: Pick<CellProps, 'row' | 'write'>) {
  const say = useWords(WORDS)
  const { position, level3: name, trace } = row
  const put = (now: string) => void write([{ row, column: 'weight', now }]).catch(() => undefined)
  return (
    <span className="evaluation-cell">
      <BlurField id={fieldId('weight', position)} label={say('weightOf', { name })} value="" onWrite={put} />
      <span className="small">{trace}</span>
    </span>
  )
}

type GroundedProps = { readonly own: SelfEvaluation } & GroundAsked

/** Who put another figure there, and why; the file lies beside it in the form. */
function Grounded({ own, position, field }: GroundedProps) {
  const say = useWords(WORDS)
  const found = own.overrides.find((one) => one.position === position && one.field === field)
  return found === undefined ? null : <span className="small">{say('grounded', found)}</span>
}
