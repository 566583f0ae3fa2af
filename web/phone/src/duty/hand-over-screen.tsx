import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useState } from 'react'
import { formatMoment } from '../../../desk/src/words/format-moment.ts'
import { api } from '../api/client.ts'
import { asProblem } from '../api/problem-error.ts'
import { useAsked } from '../kept/use-asked.ts'
import { getLook } from '../look/look-store.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'
import { hoursOf, namesOf } from './duty-view.ts'

const WORDS = {
  title: { zh: '交接', en: 'Hand-over' },
  give: { zh: '交班签字', en: 'Sign and hand over' },
  take: { zh: '接班签字', en: 'Sign and take over' },
  nothing: { zh: '无遗留', en: 'Nothing left open' },
  listed: { zh: '未了的工单见清单', en: 'Open tickets as listed' },
  note: { zh: '要接班人留意什么', en: 'What the next one should watch' },
  open: { zh: '未了的工单 {count} 张', en: '{count} tickets open' },
  noneOpen: { zh: '没有未了的工单', en: 'No ticket is open' },
  next: { zh: '下一班：{who}', en: 'Next: {who}' },
  nobody: { zh: '没有排人', en: 'nobody' },
  given: { zh: '{who} {at} 交班', en: '{who} handed over at {at}' },
  taken: { zh: '{who} {at} 接班', en: '{who} took over at {at}' },
  waits: { zh: '等接班人签字', en: 'waits for the one who comes' },
  early: { zh: '下班前一小时起可以交班。', en: 'It can be handed over from an hour before the end.' },
  notIn: { zh: '这一班还没有签到。', en: 'You have not checked in for this shift.' },
} as const

type Seen = Awaited<ReturnType<typeof api.upkeepDuty.openHandOver>>
const HOUR = 3_600_000

/** 交接班 by two signatures; what is open is listed without being typed. */
export function HandOverScreen({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const shiftId = id as OccurrenceId
  const asked = useAsked(`hand-over ${id}`, () => api.upkeepDuty.openHandOver({ id: shiftId }))
  const [typed, setNote] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const deed = asked.data === null ? null : deedOf(asked.data)
  const note = typed ?? say((asked.data?.open ?? []).length === 0 ? 'nothing' : 'listed')
  const sign = async () => {
    setSending(true)
    try {
      if (deed === 'give') await api.upkeepDuty.giveHandOver({ id: shiftId, note })
      else await api.upkeepDuty.takeHandOver({ id: shiftId })
      setProblem(null)
      asked.again()
    } catch (error) {
      setProblem(asProblem(error, getLook().language).message)
    } finally {
      setSending(false)
    }
  }
  const action =
    deed === 'give' || deed === 'take' ? (
      <button type="button" className="primary" disabled={isSending || note.trim() === ''} onClick={() => void sign()}>
        {say(deed)}
      </button>
    ) : undefined
  return (
    <Screen title={say('title')} back="/duty" action={action}>
      {problem === null ? null : (
        <div className="band band-bad" role="alert">
          {problem}
        </div>
      )}
      <AskedBlock asked={asked}>
        {(data) => (
          <>
            <Facts data={data} />
            {deed === 'early' || deed === 'notIn' ? <p className="quiet">{say(deed)}</p> : null}
            {deed === 'give' ? (
              <form className="fields">
                <label>
                  {say('note')}
                  <textarea rows={3} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
                </label>
              </form>
            ) : null}
          </>
        )}
      </AskedBlock>
    </Screen>
  )
}

/** What this person may do with the shift now; null when there is nothing. */
function deedOf({ shift, next }: Seen): 'give' | 'take' | 'early' | 'notIn' | null {
  const { handOver, turns, dueAt } = shift
  if (handOver !== null) {
    return handOver.takenAt === null && next?.turns.some(({ isMine }) => isMine) ? 'take' : null
  }
  const mine = turns.find(({ isMine }) => isMine)
  if (mine === undefined) return null
  if (mine.inAt === null) return 'notIn'
  return Date.now() >= Date.parse(dueAt) - HOUR ? 'give' : 'early'
}

function Facts({ data: { shift, next, open } }: { readonly data: Seen }) {
  const say = useWords(WORDS)
  const { handOver } = shift
  const clock = (at: string) => formatMoment(at).slice(11)
  return (
    <>
      <div className="card">
        <b>
          {shift.planName} {shift.day}
        </b>
        <span className="quiet">
          {hoursOf(shift)} · {namesOf(shift)}
        </span>
        <span className="quiet">
          {say('next', { who: next === null ? say('nobody') : namesOf(next) || say('nobody') })}
        </span>
      </div>
      {open === null ? null : (
        <div className="card">
          <b>{open.length === 0 ? say('noneOpen') : say('open', { count: open.length })}</b>
          {open.map(({ id, number, what }) => (
            <span key={id} className="quiet">
              {number} {what}
            </span>
          ))}
        </div>
      )}
      {handOver === null ? null : (
        <div className="card">
          <span>{handOver.note}</span>
          <span className="light light-good">
            ✓ {say('given', { who: handOver.givenBy, at: clock(handOver.givenAt) })}
          </span>
          {handOver.takenAt === null ? (
            <span className="light light-warn">! {say('waits')}</span>
          ) : (
            <span className="light light-good">
              ✓ {say('taken', { who: handOver.takenBy ?? '', at: clock(handOver.takenAt) })}
            </span>
          )}
        </div>
      )}
    </>
  )
}
