import { compare, decimal, sum } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate, RepeatName } from '@shiji/kernel/form/form-template'
import { printMoney } from '@shiji/kernel/money'
import { Button } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import type { EditStep } from './edit-history.ts'
import { liveSums, sumOfWeights } from './live-sums.ts'

const WORDS = {
  sum: { zh: '金额合计 {sum} {unit}', en: 'Amounts together {sum} {unit}' },
  calibre: { zh: '口径：本表各行金额相加，空白不计', en: 'The sum of the amounts of all rows; blanks are left out' },
  agrees: { zh: '✓ 与“{label}” {held} 一致', en: '✓ agrees with "{label}" {held}' },
  differs: { zh: '✕ “{label}”填的是 {held}', en: '✕ "{label}" says {held}' },
  blank: { zh: '空白', en: 'nothing' },
  take: { zh: '填入“{label}”', en: 'Enter it under "{label}"' },
  weights: { zh: '分值合计 {sum} / 100', en: 'Weights together {sum} / 100' },
  weightsCalibre: {
    zh: '口径：各指标分值相加；自评表另有预算执行率的分值',
    en: 'The sum of all weights; a self-evaluation adds the weight of budget execution',
  },
} as const

type LineSumsProps = {
  readonly content: FormContent
  readonly template: FormTemplate | null
  readonly list: RepeatName
  readonly onStep: (step: EditStep) => void
}

/** What the rows of a grid add up to, beside the totals that should say the same. */
export function LineSums({ content, template, list, onStep }: LineSumsProps) {
  const say = useWords(WORDS)
  if (list === 'indicators') return <Weights content={content} />
  if (list !== 'lines' && list !== 'parts') return null
  const amounts = content[list].flatMap(({ amount }) => (amount === null ? [] : [amount]))
  if (amounts.length === 0) return null
  const show = (amount: Parameters<typeof printMoney>[0]) =>
    printMoney(amount, { unit: content.moneyUnit ?? '元', grouping: 'thousands' })
  const totals = liveSums(template, content).filter(({ of }) => of.includes(`${list}[].amount`))
  const labelOf = (where: string) => template?.money.find(({ key }) => `money.${key}` === where)?.labels[0] ?? where
  return (
    <div className="line-sums">
      <strong title={say('calibre')}>{say('sum', { sum: show(sum(amounts)), unit: content.moneyUnit ?? '' })}</strong>
      {totals.map(({ id, where, held, computed, agrees }) => {
        const label = labelOf(where)
        const shown = held === null ? say('blank') : show(held)
        if (agrees) return <span key={id}>{say('agrees', { label, held: shown })}</span>
        return (
          <span key={id} className="severity-error">
            {say('differs', { label, held: shown })}{' '}
            <Button size="small" onClick={() => onStep([{ where, was: held ?? '', now: computed }])}>
              {say('take', { label })}
            </Button>
          </span>
        )
      })}
    </div>
  )
}

const FULL = decimal('100')

function Weights({ content }: { readonly content: FormContent }) {
  const say = useWords(WORDS)
  const weights = sumOfWeights(content)
  if (weights === null) return null
  const over = compare(weights, FULL) > 0
  return (
    <p className={over ? 'line-sums severity-error' : 'line-sums'} title={say('weightsCalibre')}>
      <strong>
        {over ? '✕ ' : ''}
        {say('weights', { sum: weights })}
      </strong>
    </p>
  )
}
