import { STATE_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type Finding, GRADE_LIGHTS, GRADE_WORDS, type OpenedCheckup } from './database-words.ts'
import { PlanFinding, usePlannableDays } from './plan-finding.tsx'

const WORDS = {
  risk: { zh: '风险', en: 'Risk' },
  advice: { zh: '建议', en: 'Advice' },
  isNew: { zh: '新发现', en: 'new' },
  file: { zh: '转工单', en: 'Make a ticket' },
  again: { zh: '再转工单', en: 'Make another ticket' },
  ticket: { zh: '工单 {number}', en: 'Ticket {number}' },
  noDay: {
    zh: '要把发现列入工作计划，请先在“计划”里建一项工作项或维护升级的计划。',
    en: 'To put findings on a work plan, make a plan of work or upgrades first.',
  },
} as const

type Shown = { readonly checkup: OpenedCheckup }

/** What is of one kind stands together: its risk and what to do are said once, and one ticket sees to it. */
export function Findings({ checkup }: Shown) {
  const say = useWords(WORDS)
  const sayGrade = useWords(GRADE_WORDS)
  const { id, findings } = checkup
  const { days, isNone } = usePlannableDays()
  const kinds = findings.filter(({ rule }, index) => findings.findIndex((one) => one.rule === rule) === index)
  return (
    <ul className="watch-findings">
      {kinds.map((kind) => (
        <li key={kind.rule}>
          <p className="watch-acts">
            <Light kind={GRADE_LIGHTS[kind.grade]} word={sayGrade(kind.grade)} />
            <strong>{kind.name}</strong>
            <span className="small">{kind.area}</span>
          </p>
          <ul className="watch-reasons">
            {findings
              .filter((one) => one.rule === kind.rule)
              .map(({ reason, isNew }) => (
                <li key={reason}>
                  {reason} {isNew ? <Light kind="watch" word={say('isNew')} /> : null}
                </li>
              ))}
          </ul>
          <dl>
            <dt>{say('risk')}</dt>
            <dd>{kind.risk}</dd>
            <dt>{say('advice')}</dt>
            <dd>{kind.advice}</dd>
          </dl>
          <div className="watch-follows">
            <FollowUp finding={kind} checkupId={id} />
            <PlanFinding finding={kind} checkupId={id} days={days} />
          </div>
        </li>
      ))}
      {isNone && kinds.length > 0 ? <li className="small">{say('noDay')}</li> : null}
    </ul>
  )
}

type Followed = { readonly finding: Finding; readonly checkupId: OpenedCheckup['id'] }

/** The ticket that sees to it, or the button that makes one. */
function FollowUp({ finding: { rule, name, ticket }, checkupId }: Followed) {
  const say = useWords(WORDS)
  const sayState = useWords(STATE_WORDS)
  const mayManage = useMay('watch.manage')
  const file = useMutation(
    queries.watchDatabases.fileFinding.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.watchDatabases.key() }),
    }),
  )
  const isFree = ticket === null || !ticket.isOpen
  return (
    <>
      <ProblemAlert problem={file.error} />
      <p className="watch-acts watch-follow">
        {ticket === null ? null : (
          <>
            <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }}>
              {say('ticket', { number: ticket.number })}
            </Link>
            <span className="small">{sayState(ticket.state)}</span>
          </>
        )}
        {mayManage && isFree ? (
          <Button
            aria-label={`${say(ticket === null ? 'file' : 'again')} ${name}`}
            loading={file.isPending}
            onClick={() => file.mutate({ id: checkupId, rule })}
          >
            {say(ticket === null ? 'file' : 'again')}
          </Button>
        ) : null}
      </p>
    </>
  )
}
