import type { SwapId } from '@shiji/contract/upkeep-duty'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type DutySeen, hoursOf, namesOf, type ShiftSeen } from './duty-words.ts'
import { refreshUpkeep, ShiftActs } from './shift-acts.tsx'
import { ShiftLight } from './shift-light.tsx'

const WORDS = {
  now: { zh: '现在谁在值', en: 'On duty now' },
  none: { zh: '现在没有班次', en: 'No shift runs now' },
  nobody: { zh: '没有人', en: 'nobody' },
  toTake: { zh: '等您接班', en: 'Waits for you to take over' },
  mine: { zh: '我的班', en: 'My shifts' },
  noneOfMine: { zh: '两周内没有排您的班', en: 'No shift of yours within two weeks' },
  swaps: { zh: '换班', en: 'Swaps' },
  asked: { zh: '{who} 请您代 {shift}：{why}', en: '{who} asks you to take {shift}: {why}' },
  mineAsked: { zh: '等 {who} 答复 {shift}：{why}', en: '{who} is to answer about {shift}: {why}' },
  back: { zh: '还您 {shift}', en: 'and takes {shift} in return' },
  agreed: { zh: '同意', en: 'Agree' },
  declined: { zh: '不同意', en: 'Decline' },
  withdrawn: { zh: '撤回', en: 'Take back' },
} as const

const MINE_SHOWN = 5

export function DutyNow({ duty }: { readonly duty: DutySeen }) {
  const say = useWords(WORDS)
  return (
    <div className="duty-cards">
      <section className="card">
        <h2>{say('now')}</h2>
        <ul className="duty-list">
          {duty.now.length === 0 ? <li className="small">{say('none')}</li> : null}
          {duty.now.map((shift) => (
            <ShiftLine key={shift.id} shift={shift} title={shift.planName} />
          ))}
        </ul>
      </section>
      {duty.toTake.length === 0 ? null : (
        <section className="card">
          <h2>{say('toTake')}</h2>
          <ul className="duty-list">
            {duty.toTake.map((shift) => (
              <ShiftLine key={shift.id} shift={shift} title={`${shift.planName} ${shift.day}`} />
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{say('mine')}</h2>
        <ul className="duty-list">
          {duty.mine.length === 0 ? <li className="small">{say('noneOfMine')}</li> : null}
          {duty.mine.slice(0, MINE_SHOWN).map((shift) => (
            <ShiftLine key={shift.id} shift={shift} title={`${shift.planName} ${shift.day}`} acts />
          ))}
        </ul>
      </section>
      {duty.swaps.length === 0 ? null : (
        <section className="card">
          <h2>{say('swaps')}</h2>
          <ul className="duty-list">
            {duty.swaps.map((swap) => (
              <SwapLine key={swap.id} swap={swap} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

type LineProps = { readonly shift: ShiftSeen; readonly title: string; readonly acts?: boolean }

function ShiftLine({ shift, title, acts = false }: LineProps) {
  const say = useWords(WORDS)
  return (
    <li>
      <span className="two-lines">
        <Link to="/upkeep/shifts/$shiftId" params={{ shiftId: shift.id }}>
          {title}
        </Link>
        <span className="small">
          {hoursOf(shift)} · {namesOf(shift) || say('nobody')}
        </span>
      </span>
      <span className="upkeep-lights">
        <ShiftLight shift={shift} />
        {acts ? <ShiftActs shift={shift} /> : null}
      </span>
    </li>
  )
}

type Swap = DutySeen['swaps'][number]

function SwapLine({ swap }: { readonly swap: Swap }) {
  const say = useWords(WORDS)
  const answer = useMutation(queries.upkeepDuty.answerSwap.mutationOptions({ onSuccess: refreshUpkeep }))
  const send = (given: 'agreed' | 'declined' | 'withdrawn') => answer.mutate({ id: swap.id as SwapId, answer: given })
  const { isForMe, asker, person, why } = swap
  const shift = shiftText(swap.shift)
  return (
    <li>
      <span>
        {isForMe ? say('asked', { who: asker.name, shift, why }) : say('mineAsked', { who: person.name, shift, why })}{' '}
        {swap.back === null ? null : say('back', { shift: shiftText(swap.back) })}
        <ProblemAlert problem={answer.error} />
      </span>
      <span className="upkeep-lights">
        {isForMe ? (
          <>
            <Button type="primary" loading={answer.isPending} onClick={() => send('agreed')}>
              {say('agreed')}
            </Button>
            <Button onClick={() => send('declined')}>{say('declined')}</Button>
          </>
        ) : (
          <Button loading={answer.isPending} onClick={() => send('withdrawn')}>
            {say('withdrawn')}
          </Button>
        )}
      </span>
    </li>
  )
}

function shiftText({ planName, opensAt, dueAt }: Swap['shift']): string {
  return `${planName} ${formatMoment(opensAt).slice(0, 10)} ${hoursOf({ opensAt, dueAt })}`
}
