import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { EvidenceRow, Reading } from './row-types.ts'
import { StrengthBar } from './strength-bar.tsx'

const WORDS = {
  formula: { zh: '口径', en: 'Formula' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  counted: { zh: '计入', en: 'Counted' },
  records: { zh: '{count} 条', en: '{count} records' },
  late: { zh: '其中补录 {count} 条', en: '{count} of them entered late' },
  excluded: { zh: '不计', en: 'Left out' },
  none: { zh: '0 条', en: 'none' },
  period: { zh: '期间', en: 'Period' },
  computed: { zh: '计算于', en: 'Computed' },
  version: { zh: '版本 {version}', en: 'version {version}' },
  note: { zh: '说明', en: 'Note' },
  strength: { zh: '强度', en: 'Strength' },
} as const

/** Where a figure comes from: formula, period, n, what was left out, when. Every figure of the board has one. */
export function Provenance({ row }: { readonly row: EvidenceRow }) {
  const say = useWords(WORDS)
  const { reading, measure } = row
  if (reading === null || measure === null) return null
  const { exclusions, counted, late, strengths } = reading
  return (
    <dl className="provenance">
      <dt>{say('formula')}</dt>
      <dd>{measure.formula}</dd>
      {reading.numerator === null ? null : (
        <>
          <dt>{say('numerator')}</dt>
          <dd>{reading.numerator}</dd>
          <dt>{say('denominator')}</dt>
          <dd>{reading.denominator}</dd>
        </>
      )}
      <dt>{say('counted')}</dt>
      <dd>
        {say('records', { count: counted })} {late === 0 ? null : say('late', { count: late })}
      </dd>
      <dt>{say('excluded')}</dt>
      <dd>
        {exclusions.length === 0
          ? say('none')
          : exclusions.map(({ reason, count }) => `${say('records', { count })} — ${reason}`).join(' · ')}
      </dd>
      <dt>{say('period')}</dt>
      <dd>
        {reading.from} – {reading.until}
      </dd>
      <dt>{say('computed')}</dt>
      <dd>
        {formatMoment(reading.asOf)} · {say('version', { version: reading.queryVersion })}
      </dd>
      {reading.note === null ? null : (
        <>
          <dt>{say('note')}</dt>
          <dd>{reading.note}</dd>
        </>
      )}
      {counted === 0 ? null : (
        <>
          <dt>{say('strength')}</dt>
          <dd>
            {strengthWords(strengths)} <StrengthBar strengths={strengths} />
          </dd>
        </>
      )}
    </dl>
  )
}

function strengthWords(strengths: Reading['strengths']): string {
  const known = Object.entries(strengths).filter(([, count]) => count > 0)
  return known.map(([grade, count]) => `${grade} ${count}`).join(' · ')
}
