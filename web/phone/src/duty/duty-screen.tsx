import type { TurnId } from '@shiji/contract/upkeep-duty'
import { useState } from 'react'
import { formatMoment } from '../../../desk/src/words/format-moment.ts'
import { api } from '../api/client.ts'
import { asProblem } from '../api/problem-error.ts'
import { useAsked } from '../kept/use-asked.ts'
import { getLook } from '../look/look-store.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Link } from '../shell/link.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'
import { DUTY_WORDS, hoursOf, namesOf, type ShiftSeen } from './duty-view.ts'

/** Two taps: 签到 when one comes, 交接 when one leaves. The time is that of the server, so both need a network. */
export function DutyScreen() {
  const say = useWords(DUTY_WORDS)
  const asked = useAsked('duty', () => api.upkeepDuty.readDuty({}))
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const checkIn = async (id: TurnId) => {
    setSending(true)
    try {
      await api.upkeepDuty.checkTurn({ id, way: 'in' })
      setProblem(null)
      asked.again()
    } catch (error) {
      setProblem(asProblem(error, getLook().language).message)
    } finally {
      setSending(false)
    }
  }
  const mine = asked.data?.mine ?? []
  const coming = mine.find((shift) => mayCheckIn(shift))
  const turn = coming?.turns.find(({ isMine }) => isMine)
  return (
    <Screen
      title={say('title')}
      back="/"
      action={
        turn === undefined ? undefined : (
          <button
            type="button"
            className="primary"
            disabled={isSending}
            onClick={() => void checkIn(turn.id as TurnId)}
          >
            {say('in')}
          </button>
        )
      }
    >
      {problem === null ? null : (
        <div className="band band-bad" role="alert">
          {problem}
        </div>
      )}
      <AskedBlock asked={asked}>
        {(duty) => (
          <>
            <Part title={say('toTake')} shifts={duty.toTake} none={null} linked />
            <Part title={say('mine')} shifts={duty.mine.slice(0, 6)} none={say('noneOfMine')} linked />
            <Part title={say('now')} shifts={duty.now} none={say('noneNow')} />
          </>
        )}
      </AskedBlock>
    </Screen>
  )
}

const HOUR = 3_600_000

function mayCheckIn({ turns, opensAt, dueAt }: ShiftSeen): boolean {
  const now = Date.now()
  const isMine = turns.some(({ isMine: mine, inAt }) => mine && inAt === null)
  return isMine && now >= Date.parse(opensAt) - HOUR && now < Date.parse(dueAt)
}

type PartProps = {
  readonly title: string
  readonly shifts: readonly ShiftSeen[]
  readonly none: string | null
  readonly linked?: boolean
}

function Part({ title, shifts, none, linked = false }: PartProps) {
  if (shifts.length === 0 && none === null) return null
  return (
    <section>
      <h2>{title}</h2>
      {shifts.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="cards">
        {shifts.map((shift) => (
          <li key={shift.id}>
            {linked && shift.kind === 'duty' ? (
              <Link to={`/duty/${shift.id}`} className="card">
                <ShiftFacts shift={shift} />
              </Link>
            ) : (
              <div className="card">
                <ShiftFacts shift={shift} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ShiftFacts({ shift }: { readonly shift: ShiftSeen }) {
  const say = useWords(DUTY_WORDS)
  const { planName, day, turns, gap } = shift
  const there = turns.find(({ inAt, outAt }) => inAt !== null && outAt === null)
  const came = there?.inAt ?? null
  return (
    <>
      <b>
        {planName} {day}
      </b>
      <span className="quiet">
        {hoursOf(shift)} · {namesOf(shift) || say('nobody')}
      </span>
      {gap > 0 ? <span className="light light-warn">! {say('gap', { count: gap })}</span> : null}
      {came === null ? null : (
        <span className="light light-good">✓ {say('came', { at: formatMoment(came).slice(11) })}</span>
      )}
    </>
  )
}
