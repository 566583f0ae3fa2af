import type { OccurrenceId } from '@shiji/contract/upkeep'
import { OCCURRENCE_WORDS } from '@shiji/kernel/upkeep/occurrence-wording'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { Finding, OpenedCheckup } from './database-words.ts'

const WORDS = {
  plan: { zh: '列入计划', en: 'Put on a plan' },
  again: { zh: '再列入计划', en: 'Put on a plan again' },
  title: { zh: '把“{name}”列入工作计划', en: 'Put "{name}" on a work plan' },
  day: { zh: '哪项计划的哪一天', en: 'Day of which plan' },
  choice: { zh: '{day}　{planName}（{unit}）', en: '{day}, {planName} ({unit})' },
  on: { zh: '计划：{planName} {day}', en: 'Plan: {planName} {day}' },
  done: { zh: '{at} 完成', en: 'done {at}' },
} as const

const LIGHTS: Readonly<Record<NonNullable<Finding['planned']>['state'], LightKind>> = {
  ...{ planned: 'not-started', done: 'good', 'done-late': 'watch', missed: 'bad' },
  ...{ waived: 'none', withdrawn: 'none' },
}

type Choice = { readonly value: string; readonly label: string }
type Planned = {
  readonly finding: Finding
  readonly checkupId: OpenedCheckup['id']
  /** Days it can still be put on. */
  readonly days: readonly Choice[]
}

/** Days of work plans for whoever may put findings on them; `isNone` once it is known that there are none. */
export function usePlannableDays(): { readonly days: readonly Choice[]; readonly isNone: boolean } {
  const say = useWords(WORDS)
  const enabled = useMay('watch.manage')
  const asked = useQuery(queries.watchDatabases.listPlannable.queryOptions({ enabled }))
  const days = (asked.data ?? []).map(({ id, day, planName, unit }) => ({
    ...{ value: id as string, label: say('choice', { day, planName, unit: unit.name }) },
  }))
  return { days, isNone: asked.isSuccess && days.length === 0 }
}

/** The day of a work plan that sees to it and what became of that day, or the button that puts it on one. */
export function PlanFinding({ finding: { rule, name, planned }, checkupId, days }: Planned) {
  const say = useWords(WORDS)
  const sayState = useWords(OCCURRENCE_WORDS)
  const mayManage = useMay('watch.manage')
  const mayRead = useMay('upkeep.read')
  const mayPut = mayManage && days.length > 0 && planned?.state !== 'planned'
  if (planned === null && !mayPut) return null
  const on = planned === null ? '' : say('on', { planName: planned.planName, day: planned.day })
  return (
    <p className="watch-acts watch-follow">
      {planned === null ? null : (
        <>
          {mayRead ? (
            <Link to="/upkeep/due/$occurrenceId" params={{ occurrenceId: planned.id }}>
              {on}
            </Link>
          ) : (
            on
          )}
          <Light kind={LIGHTS[planned.state]} word={sayState(planned.state)} />
          {planned.doneAt === null ? null : (
            <span className="small">{say('done', { at: formatMoment(planned.doneAt) })}</span>
          )}
        </>
      )}
      {mayPut ? <PlanButton {...{ rule, name, checkupId, days }} isAgain={planned !== null} /> : null}
    </p>
  )
}

type Button = Pick<Finding, 'rule' | 'name'> & Pick<Planned, 'checkupId' | 'days'> & { readonly isAgain: boolean }

function PlanButton({ rule, name, checkupId, days, isAgain }: Button) {
  const say = useWords(WORDS)
  const put = useMutation(
    queries.watchDatabases.planFinding.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.watchDatabases.key() }),
    }),
  )
  return (
    <AskButton
      label={say(isAgain ? 'again' : 'plan')}
      title={say('title', { name })}
      about={name}
      questions={[{ name: 'day', label: say('day'), kind: 'choice', choices: days }]}
      deed={put}
      inputOf={(given) => ({ id: checkupId, rule, occurrenceId: given('day') as OccurrenceId })}
    />
  )
}
