import type { TurnId } from '@shiji/contract/upkeep-duty'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { ShiftSeen } from './duty-words.ts'

const WORDS = {
  in: { zh: '签到', en: 'Check in' },
  out: { zh: '签退', en: 'Check out' },
  handOver: { zh: '交接', en: 'Hand over' },
  came: { zh: '{at} 签到', en: 'in at {at}' },
  left: { zh: '{at} 签退', en: 'out at {at}' },
} as const

const HOUR = 3_600_000

export const refreshUpkeep = () => queryClient.invalidateQueries({ queryKey: queries.upkeepDuty.key() })

/** What the one whose shift it is may do now: come, hand over, leave. */
export function ShiftActs({ shift }: { readonly shift: ShiftSeen }) {
  const say = useWords(WORDS)
  const mayWork = useMay('upkeep.work')
  const check = useMutation(queries.upkeepDuty.checkTurn.mutationOptions({ onSuccess: refreshUpkeep }))
  const mine = shift.turns.find(({ isMine }) => isMine)
  if (mine === undefined || !mayWork) return null
  const [from, until, now] = [Date.parse(shift.opensAt) - HOUR, Date.parse(shift.dueAt), Date.now()]
  const send = (way: 'in' | 'out') => check.mutate({ id: mine.id as TurnId, way })
  return (
    <span className="upkeep-lights">
      <ProblemAlert problem={check.error} />
      {mine.inAt === null ? null : <span className="small">{say('came', { at: formatMoment(mine.inAt) })}</span>}
      {mine.outAt === null ? null : <span className="small">{say('left', { at: formatMoment(mine.outAt) })}</span>}
      {mine.inAt === null && now >= from && now < until ? (
        <Button type="primary" loading={check.isPending} onClick={() => send('in')}>
          {say('in')}
        </Button>
      ) : null}
      {mine.inAt !== null && mine.outAt === null ? (
        <>
          {shift.kind === 'duty' ? (
            <Link to="/upkeep/shifts/$shiftId" params={{ shiftId: shift.id }}>
              {say('handOver')}
            </Link>
          ) : null}
          <Button loading={check.isPending} onClick={() => send('out')}>
            {say('out')}
          </Button>
        </>
      ) : null}
    </span>
  )
}
