import { Button } from 'antd'
import { renewNow, useUnrenewedSince } from '#desk/api/unrenewed.ts'
import { formatClock } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  stale: {
    zh: '连不上服务器，显示的是 {at} 的内容；连上后会自动更新。',
    en: 'The server cannot be reached. This is the content of {at}; it is renewed as soon as the server is back.',
  },
  retry: { zh: '现在重试', en: 'Try now' },
} as const

/** Over the whole page, while the server cannot be reached: from when the content shown is. */
export function StaleBand() {
  const say = useWords(WORDS)
  const since = useUnrenewedSince()
  return (
    <div className="stale-place" aria-live="polite">
      {since === null ? null : (
        <p className="stale-band">
          <span aria-hidden>◷</span>
          <span>{say('stale', { at: formatClock(since, Date.now()) })}</span>
          <Button size="small" onClick={renewNow}>
            {say('retry')}
          </Button>
        </p>
      )}
    </div>
  )
}
