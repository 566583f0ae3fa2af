import { FormId } from '@shiji/contract/performance'
import { isDecimal } from '@shiji/kernel/decimal'
import { printYuan } from '@shiji/kernel/money'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '#desk/api/client.ts'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'
import { LastResult } from '../results/last-result.tsx'

const WORDS = {
  title: { zh: '{project} · {year} 年', en: '{project} · {year}' },
  money: { zh: '本年资金 {now} 元', en: 'Money of the year {now} yuan' },
  lastMoney: { zh: '上年 {last} 元', en: 'last year {last} yuan' },
  noLast: { zh: '上年没有申报', en: 'not declared last year' },
  last: { zh: '看上年申报', en: 'See last year' },
  form: { zh: '看整份表', en: 'See the whole form' },
  review: { zh: '审核表', en: 'Review sheet' },
  trail: { zh: '审批单', en: 'Approval sheet' },
  result: { zh: '{year} 年 {total} 分 {grade}', en: '{year}: {total} points {grade}' },
  noResults: { zh: '没有往年得分', en: 'no scores of earlier years' },
} as const

export type Reviewed = Awaited<ReturnType<typeof api.review.readReview>>

/** What the declaration is about, its money and past scores, and its papers. */
export function ReviewSummary({ form }: { readonly form: Reviewed }) {
  const say = useWords(WORDS)
  const { id, project, unit, year, money, lastYear, results } = form
  const facts = [
    money.now === null ? null : say('money', { now: yuan(money.now) }),
    lastYear === null ? say('noLast') : money.last === null ? null : say('lastMoney', { last: yuan(money.last) }),
    ...(results.length === 0 ? [say('noResults')] : results.map((one) => say('result', one))),
  ]
  return (
    <header className="review-summary">
      <h2>{say('title', { project, year: year ?? '' })}</h2>
      <p className="small">{[unit, ...facts.filter((fact) => fact !== null)].join(' · ')}</p>
      <div className="case-buttons">
        <Link to="/projects/forms/$formId/sheet" params={{ formId: id }}>
          {say('form')}
        </Link>
        {lastYear === null ? null : (
          <Link to="/projects/forms/$formId/sheet" params={{ formId: lastYear.formId }}>
            {say('last')}
          </Link>
        )}
        <Papers formId={id} />
      </div>
      <LastResult consequence={form.consequence} />
    </header>
  )
}

/** 审核表 and 审批单, as PDF to look at and as Word to work on. */
export function Papers({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const print = useHandOut(({ sheet, as }: { sheet: 'review' | 'trail'; as: 'pdf' | 'docx' }) => {
    const input = { id: FormId.parse(formId), as }
    return sheet === 'review' ? api.results.printReview(input) : api.results.printTrail(input)
  })
  return (['review', 'trail'] as const).flatMap((sheet) =>
    (['pdf', 'docx'] as const).map((as) => (
      <Button
        key={`${sheet} ${as}`}
        size="small"
        loading={print.isPending && print.variables.sheet === sheet && print.variables.as === as}
        onClick={() => print.mutate({ sheet, as })}
      >
        {say(sheet)} {as === 'pdf' ? 'PDF' : 'Word'}
      </Button>
    )),
  )
}

function yuan(amount: string): string {
  return isDecimal(amount) ? printYuan(amount) : amount
}
