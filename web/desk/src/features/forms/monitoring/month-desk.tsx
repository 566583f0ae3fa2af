import { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Modal } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { MonthCards } from './month-cards.tsx'
import { type Month, type MonthDraft, useMonthDraft } from './month-draft.ts'
import { MonthTable } from './month-table.tsx'

const WORDS = {
  save: { zh: '保存草稿，看灯', en: 'Save and see the lights' },
  saved: { zh: '已保存', en: 'Saved' },
  report: { zh: '上报本月', en: 'Report the month' },
  sure: { zh: '上报 {month} 月？', en: 'Report month {month}?' },
  final: { zh: '上报后这个月不再改动。', en: 'After it the month changes no more.' },
  reported: { zh: '已上报，不再改动', en: 'Reported, changes no more' },
  spending: { zh: '预算执行符合计划', en: 'Spending is on plan' },
  goal: { zh: '目标完成符合计划', en: 'Goals are on plan' },
  docx: { zh: '监控表 Word', en: 'Sheet in Word' },
  xlsx: { zh: '监控表 Excel', en: 'Sheet in Excel' },
  pdf: { zh: '监控表 PDF', en: 'Sheet in PDF' },
} as const

const KINDS = ['docx', 'xlsx', 'pdf'] as const

/** One month: written, looked at in its lights, reported whole. */
export function MonthDesk({ month, isInForce }: { readonly month: Month; readonly isInForce: boolean }) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const draft = useMonthDraft(month)
  const isOpen = mayWrite && isInForce && month.state !== 'reported'
  return (
    <>
      <MonthCards month={month} />
      {month.asksQuestions ? <Questions draft={draft} isOpen={isOpen} /> : null}
      <MonthTable {...{ month, draft, isOpen }} />
      {month.state === 'reported' ? (
        <p className="month-tools">
          <Light kind="good" word={say('reported')} />
        </p>
      ) : null}
      <MonthTools {...{ month, draft, isOpen }} />
    </>
  )
}

type PartProps = { readonly month: Month; readonly draft: MonthDraft; readonly isOpen: boolean }

function MonthTools({ month, draft, isOpen }: PartProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const [modal, questions] = Modal.useModal()
  const at = { id: FormId.parse(month.id), month: month.month }
  const save = useMutation(
    queries.monitoring.saveMonth.mutationOptions({
      onSuccess: async (now) => {
        queryClient.setQueryData(queries.monitoring.readMonth.queryKey({ input: at }), now)
        await queryClient.invalidateQueries({ queryKey: queries.monitoring.listMonths.key() })
        await queryClient.invalidateQueries({ queryKey: queries.declarationLife.key() })
        message.success(say('saved'))
      },
    }),
  )
  const print = useHandOut((as: (typeof KINDS)[number]) => api.monitoring.printMonth({ ...at, as }))
  const put = (report: boolean) =>
    save.mutateAsync({ ...at, rows: draft.rows(), answers: draft.answers, report }).catch(() => undefined)
  const ask = () =>
    void modal.confirm({ title: say('sure', at), content: say('final'), okText: say('report'), onOk: () => put(true) })
  return (
    <>
      {questions}
      <ProblemAlert problem={save.error} />
      <p className="month-tools">
        {isOpen ? (
          <>
            <Button loading={save.isPending} onClick={() => void put(false)}>
              {say('save')}
            </Button>
            <Button type="primary" disabled={save.isPending} onClick={ask}>
              {say('report')}
            </Button>
          </>
        ) : null}
        {KINDS.map((as) => (
          <Button key={as} loading={print.isPending && print.variables === as} onClick={() => print.mutate(as)}>
            {say(as)}
          </Button>
        ))}
      </p>
    </>
  )
}

/** Places that ask two questions instead of measuring. */
function Questions({ draft, isOpen }: Omit<PartProps, 'month'>) {
  const say = useWords(WORDS)
  return (
    <p className="month-tools">
      {(['spending', 'goal'] as const).map((key) => (
        <Checkbox
          key={key}
          disabled={!isOpen}
          checked={draft.answers?.[key] ?? false}
          onChange={({ target }) => draft.answer({ [key]: target.checked })}
        >
          {say(key)}
        </Checkbox>
      ))}
    </p>
  )
}
