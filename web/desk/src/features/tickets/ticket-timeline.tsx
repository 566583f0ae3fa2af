import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketSeen } from './ticket-view.ts'

const WORDS = {
  late: { zh: '补录，{at} 录入', en: 'entered late, at {at}' },
  ahead: { zh: '设备时钟快 {seconds} 秒，已校正', en: 'clock of the device {seconds} s ahead, corrected' },
  behind: { zh: '设备时钟慢 {seconds} 秒，已校正', en: 'clock of the device {seconds} s behind, corrected' },
  self: { zh: '系统', en: 'the system' },
} as const

/** What happened, in sentences, by the time it happened; what was written down late says so. */
export function TicketTimeline({ entries }: Pick<TicketSeen, 'entries'>) {
  const say = useWords(WORDS)
  return (
    <ol className="ticket-timeline">
      {entries.map(({ number, at, enteredAt, who, sentence, isLate, aheadSeconds }) => (
        <li key={number}>
          <time dateTime={at}>{formatMoment(at)}</time>
          <span className="ticket-said">
            <span>
              <strong>{who === '' ? say('self') : who}</strong> {sentence}
            </span>
            {isLate ? <span className="small">{say('late', { at: formatMoment(enteredAt) })}</span> : null}
            {aheadSeconds === 0 ? null : (
              <span className="small">
                {say(aheadSeconds > 0 ? 'ahead' : 'behind', { seconds: Math.abs(aheadSeconds) })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
