import type { ReactNode } from 'react'
import type { Asked } from '../kept/use-asked.ts'
import { clockWithSeconds } from '../words/clock-text.ts'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  loading: { zh: '正在读取…', en: 'Loading…' },
  again: { zh: '再试一次', en: 'Try again' },
  stale: { zh: '连不上服务器，显示的是 {time} 的内容', en: 'The server cannot be reached; this is from {time}' },
  never: {
    zh: '连不上服务器，这一页还没有读过。有网络时再打开；接报不受影响。',
    en: 'The server cannot be reached and this page was never read. Open it with a network; calls can be logged all the same.',
  },
} as const

type AskedBlockProps<Value> = { readonly asked: Asked<Value>; readonly children: (value: Value) => ReactNode }

/** What was asked of the server, or why it is not there and what to do. */
export function AskedBlock<Value>({ asked, children }: AskedBlockProps<Value>) {
  const say = useWords(WORDS)
  const { data, at, problem, again } = asked
  const isAway = problem?.code === 'unreachable'
  if (data === null && problem === null) return <p className="quiet">{say('loading')}</p>
  return (
    <>
      {problem === null || (data === null && problem.code === 'not-signed-in') ? null : (
        <div className="band band-warn" role="status">
          <span>
            {!isAway
              ? problem.message
              : data === null
                ? say('never')
                : say('stale', { time: clockWithSeconds(at ?? 0) })}
          </span>
          <button type="button" className="button" onClick={again}>
            {say('again')}
          </button>
        </div>
      )}
      {data === null ? null : children(data)}
    </>
  )
}
