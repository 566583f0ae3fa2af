import { isDecimal } from '@shiji/kernel/decimal'
import { applyEdits } from '@shiji/kernel/form/apply-edits'
import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import { kindOf } from '@shiji/kernel/form/cell-value'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { printMoney } from '@shiji/kernel/money'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useList, useWords } from '#desk/words/use-words.ts'
import type { EditStep } from './edit-history.ts'
import type { SheetAmount } from './form-sheet.ts'
import { type LiveSum, liveSums } from './live-sums.ts'
import type { FormFinding } from './opened-form.ts'
import { SEVERITY_SHAPES } from './severity-shapes.ts'
import { shownCell } from './shown-cell.ts'
import { useDraft } from './use-draft.ts'

const WORDS = {
  title: { zh: '资金', en: 'Money' },
  unit: { zh: '单位：{unit}', en: 'in {unit}' },
  noUnit: { zh: '金额单位未写', en: 'unit of money not stated' },
  sum: { zh: '合计应为 {sum}', en: 'adds up to {sum}' },
  agrees: { zh: '与合计一致', en: 'agrees with the sum' },
  take: { zh: '填入', en: 'Enter' },
  takeNamed: { zh: '把合计填入“{label}”', en: 'Enter the sum under "{label}"' },
  calibre: { zh: '口径：{of} 相加', en: 'The sum of {of}' },
  unfit: { zh: '不是金额，没有保存', en: 'Not an amount; it was not saved' },
} as const

type AmountFieldsProps = {
  readonly amounts: readonly SheetAmount[]
  readonly content: FormContent
  readonly template: FormTemplate | null
  readonly marks: ReadonlyMap<string, FormFinding>
  readonly onStep: (step: EditStep) => void
}

/** The money block, each total with what its parts add up to while typing. */
export function AmountFields({ amounts, content, template, marks, onStep }: AmountFieldsProps) {
  const say = useWords(WORDS)
  const sums = liveSums(template, content)
  const { moneyUnit } = content
  return (
    <section className="card">
      <h2>
        {say('title')}{' '}
        <span className="small">{moneyUnit === null ? say('noUnit') : say('unit', { unit: moneyUnit })}</span>
      </h2>
      <div className="amounts">
        {amounts.map((amount) => (
          <AmountField
            key={amount.where}
            {...{ amount, content, amounts, onStep }}
            mark={marks.get(amount.where)}
            sums={sums.filter(({ where }) => where === amount.where)}
          />
        ))}
      </div>
    </section>
  )
}

type AmountFieldProps = Pick<AmountFieldsProps, 'amounts' | 'content' | 'onStep'> & {
  readonly amount: SheetAmount
  readonly mark: FormFinding | undefined
  readonly sums: readonly LiveSum[]
}

function AmountField({ amount: { where, label }, content, amounts, mark, sums, onStep }: AmountFieldProps) {
  const say = useWords(WORDS)
  const [inHand, setInHand] = useState(false)
  const address = parseCellAddress(where)
  const kind = address === null || address.kind === 'row' ? 'money' : kindOf(address)
  const held = content.money[where.replace(/^money\./, '')] ?? ''
  const write = (now: string) => {
    const step = [{ where, was: held, now }]
    const outcome = applyEdits(content, step, { isKnown: () => true, since: [] })
    if (outcome.ok) onStep(step)
    return outcome.ok
  }
  const { text, refused, type, settle } = useDraft(held, write)
  const id = `cell-${where}`
  return (
    <div className="amount">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="decimal"
        value={inHand ? text : shownCell({ kind }, text, content.moneyUnit)}
        status={refused || mark?.severity === 'error' ? 'error' : ''}
        onFocus={() => setInHand(true)}
        onChange={({ target }) => type(target.value)}
        onPressEnter={settle}
        onBlur={() => {
          settle()
          setInHand(false)
        }}
      />
      <div className="small amount-about">
        {refused ? <p className="severity-error">✕ {say('unfit')}</p> : null}
        {sums.map((sum) => (
          <SumOf key={sum.id} {...{ sum, label, content, amounts, write }} />
        ))}
        {mark === undefined ? null : (
          <p className={`severity-${mark.severity}`}>
            {SEVERITY_SHAPES[mark.severity]} {mark.message}
          </p>
        )}
      </div>
    </div>
  )
}

type SumOfProps = Pick<AmountFieldsProps, 'amounts' | 'content'> & {
  readonly sum: LiveSum
  readonly label: string
  readonly write: (text: string) => boolean
}

function SumOf({ sum, label, content, amounts, write }: SumOfProps) {
  const say = useWords(WORDS)
  const list = useList()
  const shown = printMoney(sum.computed, { unit: content.moneyUnit ?? '元', grouping: 'thousands' })
  const of = list(sum.of.map((where) => amounts.find((amount) => amount.where === where)?.label ?? where))
  if (sum.agrees) return <p title={say('calibre', { of })}>✓ {say('agrees')}</p>
  return (
    <p title={say('calibre', { of })}>
      {say('sum', { sum: shown })}{' '}
      <Button
        type="link"
        size="small"
        aria-label={say('takeNamed', { label })}
        onClick={() => isDecimal(sum.computed) && write(sum.computed)}
      >
        {say('take')}
      </Button>
    </p>
  )
}
