import { useWords } from '#desk/words/use-words.ts'
import { FindingCounts, SEVERITIES } from './finding-counts.tsx'
import type { FormSheet } from './form-sheet.ts'
import type { FormFinding } from './opened-form.ts'
import { placeName } from './place-name.ts'
import { SEVERITY_SHAPES } from './severity-shapes.ts'

const WORDS = {
  title: { zh: '预审', en: 'Check' },
  about: { zh: '点一条跳到那一格。', en: 'Choose one to go to its cell.' },
  stale: { zh: '正在保存，稍后更新。', en: 'Being saved; this will be renewed.' },
  none: { zh: '✓ 没有发现问题', en: '✓ Nothing found' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  form: { zh: '整份表', en: 'The whole form' },
} as const

type FindingListProps = {
  readonly findings: readonly FormFinding[]
  readonly sheet: FormSheet
  readonly jump: (where: string) => void
  /** False while edits are on their way: the list speaks of the form before them. */
  readonly isCurrent: boolean
}

/** What the check says, the gravest first; each leads to its cell. */
export function FindingList({ findings, sheet, jump, isCurrent }: FindingListProps) {
  const say = useWords(WORDS)
  return (
    <>
      <h2 className="finding-head">
        {say('title')} <FindingCounts findings={findings} />
      </h2>
      <p className="small" aria-live="polite">
        {say(isCurrent ? (findings.length === 0 ? 'none' : 'about') : 'stale')}
      </p>
      <ul className="findings">
        {SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).map(
          ({ code, severity, where, message, why, advice }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one place may have several findings of one code
            <li key={`${code} ${where} ${at}`}>
              <button type="button" onClick={() => jump(where)} title={why}>
                <span className="small finding-place">
                  <span className={`finding-shape severity-${severity}`} aria-hidden>
                    {SEVERITY_SHAPES[severity]}
                  </span>{' '}
                  {placeName(sheet, where, { row: (row) => say('row', { row }), form: say('form') })}
                </span>
                <span>{message}</span>
                <span className="small">{advice}</span>
              </button>
            </li>
          ),
        )}
      </ul>
    </>
  )
}
