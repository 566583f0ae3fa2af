import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { LifeLight, useLife } from '#desk/life/life-light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { MoneyCourse } from '../money/money-course.tsx'
import { FormHead } from '../sheet/form-head.tsx'
import { MonthDesk } from './month-desk.tsx'
import { MonthStrip, type Months } from './month-strip.tsx'
import { Rectifications } from './rectifications.tsx'
import '../forms.css'
import './monitoring.css'

const WORDS = {
  early: { zh: '批复以后才能监控', en: 'Monitored once it is approved' },
  earlyAbout: {
    zh: '目标批复、冻结以后，这里按月对照预算执行和目标完成。',
    en: 'Once the goals are approved and frozen, money and goals are compared here month by month.',
  },
  gathering: { zh: '{name}：{through} 月止的情况，{by} 前报', en: '{name}: through month {through}, due by {by}' },
} as const

const IN_FORCE = ['approved', 'revised', 'monitored']

/** 双监控: money and goals of a declaration, month by month. */
export function MonitoringPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/monitoring' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => (
        <>
          <FormHead form={form} about={<LifeLight formId={form.id} />} />
          <Year formId={form.id} />
          <MoneyCourse projectId={form.projectId} year={form.content.year} />
        </>
      )}
    </Loaded>
  )
}

function Year({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const life = useLife(formId)
  const id = FormId.parse(formId)
  const asked = useSearch({ from: '/desk/projects/forms/$formId/monitoring' }).month
  const months = useQuery(queries.monitoring.listMonths.queryOptions({ input: { id } }))
  return (
    <Loaded query={life}>
      {({ state, approvals }) =>
        approvals.length === 0 ? (
          <StateBlock state={{ kind: 'empty', title: say('early'), about: say('earlyAbout') }} />
        ) : (
          <Loaded query={months}>
            {(year) => {
              const month = asked ?? firstShown(year)
              const { gathering, name } = year
              return (
                <>
                  {gathering === null ? null : (
                    <p className="small">
                      {say('gathering', { name, through: gathering.through, by: gathering.reportBy })}
                    </p>
                  )}
                  <MonthStrip formId={formId} months={year.months} now={month} />
                  <OneMonth key={month} id={id} month={month} isInForce={IN_FORCE.includes(state)} />
                  <Rectifications id={id} month={month} remedy={year.remedy} />
                </>
              )
            }}
          </Loaded>
        )
      }
    </Loaded>
  )
}

/** The month somebody is writing, the last one reported, the one the place gathers. */
function firstShown({ months, gathering }: Months): number {
  const draft = months.find(({ state }) => state === 'draft')
  return (draft ?? months.at(-1))?.month ?? gathering?.through ?? 1
}

type OneMonthProps = { readonly id: FormId; readonly month: number; readonly isInForce: boolean }

function OneMonth({ id, month, isInForce }: OneMonthProps) {
  const read = useQuery(queries.monitoring.readMonth.queryOptions({ input: { id, month } }))
  return <Loaded query={read}>{(now) => <MonthDesk month={now} isInForce={isInForce} />}</Loaded>
}
