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
  noDay: {
    zh: '没有可列入的日子：请先在“巡检与值守”里建一项工作项或维护升级计划。',
    en: 'There is no day to put it on: make a plan of work or of upgrades first.',
  },
  choice: { zh: '{day}　{planName}（{unit}）', en: '{day}, {planName} ({unit})' },
  on: { zh: '计划：{planName} {day}', en: 'Plan: {planName} {day}' },
  done: { zh: '{at} 完成', en: 'done {at}' },
} as const

const LIGHTS: Readonly<Record<NonNullable<Finding['planned']>['state'], LightKind>> = {
  ...{ planned: 'not-started', done: 'good', 'done-late': 'watch', missed: 'bad' },
  ...{ waived: 'none', withdrawn: 'none' },
}

type Planned = { readonly finding: Finding; readonly checkupId: OpenedCheckup['id'] }

/** The day of a work plan that sees to it and what became of that day, or the button that puts it on one. */
export function PlanFinding({ finding: { rule, name, planned }, checkupId }: Planned) {
  const say = useWords(WORDS)
  const sayState = useWords(OCCURRENCE_WORDS)
  const mayManage = useMay('watch.manage')
  const mayRead = useMay('upkeep.read')
  if (planned === null && !mayManage) return null
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
      {mayManage && planned?.state !== 'planned' ? (
        <PlanButton {...{ rule, name, checkupId }} isAgain={planned !== null} />
      ) : null}
    </p>
  )
}

type Button = Pick<Finding, 'rule' | 'name'> & { readonly checkupId: OpenedCheckup['id']; readonly isAgain: boolean }

function PlanButton({ rule, name, checkupId, isAgain }: Button) {
  const say = useWords(WORDS)
  const days = useQuery(queries.watchDatabases.listPlannable.queryOptions())
  const put = useMutation(
    queries.watchDatabases.planFinding.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.watchDatabases.key() }),
    }),
  )
  const choices = (days.data ?? []).map(({ id, day, planName, unit }) => ({
    ...{ value: id as string, label: say('choice', { day, planName, unit: unit.name }) },
  }))
  if (days.isSuccess && choices.length === 0) return <span className="small">{say('noDay')}</span>
  return (
    <AskButton
      label={say(isAgain ? 'again' : 'plan')}
      title={say('title', { name })}
      disabled={choices.length === 0}
      questions={[{ name: 'day', label: say('day'), kind: 'choice', choices }]}
      deed={put}
      inputOf={(given) => ({ id: checkupId, rule, occurrenceId: given('day') as OccurrenceId })}
    />
  )
}
