import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { namesOf } from './duty-words.ts'
import { refreshUpkeep } from './shift-acts.tsx'
import type { HandOverSeen } from './shift-page.tsx'

const WORDS = {
  title: { zh: '交接班', en: 'Hand-over' },
  open: { zh: '未了的工单 {count} 张', en: '{count} tickets open' },
  noneOpen: { zh: '没有未了的工单', en: 'No ticket is open' },
  note: { zh: '这一班发生了什么、要接班人留意什么', en: 'What happened, and what the next one should watch' },
  needed: { zh: '请写几句，没有事就写“无”', en: 'Write a few words, or “none”' },
  give: { zh: '交班签字', en: 'Sign and hand over' },
  take: { zh: '接班签字', en: 'Sign and take over' },
  given: { zh: '{who} {at} 交班', en: '{who} handed over at {at}' },
  taken: { zh: '{who} {at} 接班', en: '{who} took over at {at}' },
  waits: { zh: '等接班人签字：{who}', en: 'waits for the signature of {who}' },
  next: { zh: '下一班：{who}', en: 'Next: {who}' },
  nobody: { zh: '没有排人', en: 'nobody' },
  inTime: { zh: '按时交接', en: 'in time' },
  late: { zh: '交接晚了', en: 'late' },
  never: { zh: '没有交接', en: 'never handed over' },
  notYet: { zh: '下班前一小时起可以交班', en: 'From an hour before the end it can be handed over' },
} as const

const HOUR = 3_600_000

/** 交接班: two signatures, and what was open between them. */
export function HandOverCard({ data: { shift, next, open } }: { readonly data: HandOverSeen }) {
  const say = useWords(WORDS)
  const { handOver } = shift
  const who = next === null ? say('nobody') : namesOf(next) || say('nobody')
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <div className="card-body duty-signed">
        {open === null ? null : <OpenTickets open={open} />}
        {handOver === null ? <Unsigned data={{ shift, next, open }} who={who} /> : null}
        {handOver === null ? null : (
          <div>
            <p>{handOver.note}</p>
            <p>{say('given', { who: handOver.givenBy, at: formatMoment(handOver.givenAt) })}</p>
            {handOver.takenAt === null ? (
              <p>{say('waits', { who })}</p>
            ) : (
              <p>
                {say('taken', { who: handOver.takenBy ?? '', at: formatMoment(handOver.takenAt) })}{' '}
                {handOver.isInTime ? (
                  <Light kind="good" word={say('inTime')} />
                ) : (
                  <Light kind="watch" word={say('late')} />
                )}
              </p>
            )}
          </div>
        )}
        {handOver !== null && handOver.takenAt === null && next?.turns.some(({ isMine }) => isMine) ? (
          <Take id={shift.id as OccurrenceId} />
        ) : null}
      </div>
    </section>
  )
}

function OpenTickets({ open }: { readonly open: NonNullable<HandOverSeen['open']> }) {
  const say = useWords(WORDS)
  if (open.length === 0) return <p className="small">{say('noneOpen')}</p>
  return (
    <div>
      <p>{say('open', { count: open.length })}</p>
      <ul className="duty-open">
        {open.map(({ id, number, what }) => (
          <li key={id}>
            <Link to="/tickets/$ticketId" params={{ ticketId: id }}>
              {number}
            </Link>{' '}
            {what}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Unsigned({ data: { shift }, who }: { readonly data: HandOverSeen; readonly who: string }) {
  const say = useWords(WORDS)
  const mayWork = useMay('upkeep.work')
  const mine = shift.turns.find(({ isMine }) => isMine)
  if (mayWork && mine !== undefined && mine.inAt !== null) {
    if (Date.now() >= Date.parse(shift.dueAt) - HOUR) return <Give id={shift.id as OccurrenceId} />
    return <p className="small">{say('notYet')}</p>
  }
  if (Date.now() < Date.parse(shift.dueAt)) return <p className="small">{say('next', { who })}</p>
  return (
    <p>
      <Light kind="watch" word={say('never')} />
    </p>
  )
}

function Give({ id }: { readonly id: OccurrenceId }) {
  const say = useWords(WORDS)
  const give = useMutation(queries.upkeepDuty.giveHandOver.mutationOptions({ onSuccess: refreshUpkeep }))
  return (
    <Form<{ note: string }> layout="vertical" requiredMark={false} onFinish={({ note }) => give.mutate({ id, note })}>
      <ProblemAlert problem={give.error} />
      <Form.Item name="note" label={say('note')} rules={[{ required: true, message: say('needed') }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={give.isPending}>
        {say('give')}
      </Button>
    </Form>
  )
}

function Take({ id }: { readonly id: OccurrenceId }) {
  const say = useWords(WORDS)
  const take = useMutation(queries.upkeepDuty.takeHandOver.mutationOptions({ onSuccess: refreshUpkeep }))
  return (
    <div>
      <ProblemAlert problem={take.error} />
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ id })}>
        {say('take')}
      </Button>
    </div>
  )
}
