import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { RowDetail } from './row-types.ts'

const WORDS = {
  about: { zh: '换一个目标，看以往几年守不守得住', en: 'Try another target against the years before' },
  try: { zh: '预演', en: 'Rehearse' },
  label: { zh: '试一个目标', en: 'Try a target' },
  soft: { zh: '可能偏软', en: 'May be soft' },
  missed: { zh: '{count} 年达不到', en: 'missed in {count} years' },
  held: { zh: '都能达到', en: 'met in all' },
  none: { zh: '目标不是一个可比的数，不能预演。', en: 'This target is no figure to compare, so nothing is rehearsed.' },
  noData: { zh: '无数据', en: 'no data' },
} as const

type Props = { readonly detail: RowDetail; readonly formId: string; readonly position: number }

/** A proposed target run over the years before. */
export function RehearsalCard({ detail, formId, position }: Props) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { rehearsal } = detail
  const ask = (target: string) =>
    void navigate({
      to: '/board/$formId/$position',
      params: { formId, position: String(position) },
      search: target.trim() === '' ? {} : { target: target.trim() },
      replace: true,
    })
  return (
    <>
      <p className="small">{say('about')}</p>
      <Input.Search
        key={rehearsal?.target}
        className="rehearsal-input"
        aria-label={say('label')}
        defaultValue={rehearsal?.target ?? detail.row.target}
        maxLength={200}
        enterButton={say('try')}
        onSearch={ask}
      />
      {rehearsal === null ? (
        <p>{say('none')}</p>
      ) : (
        <>
          <p>
            {rehearsal.known === 0 ? null : <Verdict {...rehearsal} />} {rehearsal.sentence}
          </p>
          <ul className="rehearsal-years">
            {rehearsal.readings.map(({ period, value }) => (
              <li key={period}>
                <span className="small">{period}</span> {value ?? say('noData')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Verdict({ soft, missed }: { readonly soft: boolean; readonly missed: readonly string[] }) {
  const say = useWords(WORDS)
  if (missed.length > 0) return <Light kind="bad" word={say('missed', { count: missed.length })} />
  return <Light kind={soft ? 'watch' : 'good'} word={say(soft ? 'soft' : 'held')} />
}
