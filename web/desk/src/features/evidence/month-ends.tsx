import { useQuery } from '@tanstack/react-query'
import { type api, queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  none: {
    zh: '还没有存下月末读数；每个月结束后自动存一次。',
    en: 'No month end is kept yet; each is kept when its month is over.',
  },
  month: { zh: '{month} 月末：{kept}', en: 'End of month {month}: {kept}' },
  today: { zh: '今天看同一期间：{today}', en: 'The same days today: {today}' },
  noData: { zh: '无数据', en: 'no data' },
  agrees: { zh: '一致', en: 'agrees' },
  off: { zh: '不一致', en: 'does not agree' },
  came: { zh: '补录', en: 'came later' },
  changed: { zh: '改动', en: 'changed' },
  gone: { zh: '不再有', en: 'no longer there' },
  entered: { zh: '录入 {at}', en: 'entered {at}' },
} as const

type MonthEnd = Awaited<ReturnType<typeof api.evidenceRows.listMonthEnds>>[number]
type Props = { readonly formId: string; readonly position: number; readonly unit: string }

/** What was said at each month end, computed again; a difference names the records that explain it. */
export function MonthEnds({ formId, position, unit }: Props) {
  const say = useWords(WORDS)
  const input = { id: formId, position }
  const ends = useQuery(queries.evidenceRows.listMonthEnds.queryOptions({ input }))
  return (
    <Loaded query={ends} rows={2}>
      {(months) =>
        months.length === 0 ? (
          <p className="small">{say('none')}</p>
        ) : (
          <ul className="plain-list">
            {months.map((end) => (
              <OneMonth key={end.month} {...{ end, unit }} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function OneMonth({ end, unit }: { readonly end: MonthEnd; readonly unit: string }) {
  const say = useWords(WORDS)
  const { month, kept, agrees, today, because, sentence } = end
  const told = (value: string | null) => (value === null ? say('noData') : `${value} ${unit}`)
  return (
    <li>
      <p>
        {say('month', { month: Number(month.slice(5, 7)), kept: told(kept) })}{' '}
        {agrees === null ? null : <Light kind={agrees ? 'good' : 'bad'} word={say(agrees ? 'agrees' : 'off')} />}
      </p>
      <p className="small">
        {sentence} {because.length === 0 ? null : say('today', { today: told(today) })}
      </p>
      {because.length === 0 ? null : (
        <ul className="plain-list small">
          {because.map(({ kind, id, title, enteredAt, how, page }) => (
            <li key={id}>
              {say(how)} · {page === null ? title || kind : <a href={page}>{title || kind}</a>} ·{' '}
              {say('entered', { at: formatMoment(enteredAt) })}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
