import type { FormContent } from '@shiji/kernel/form/form-content'
import { Input } from 'antd'
import type { Dispatch } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { type Decisions, type RenewalPreview, startingText } from './renewal-draft.ts'

const WORDS = {
  title: { zh: '只有您知道的', en: 'What only you know' },
  about: {
    zh: '已按去年和新的年度填好，不对的改掉即可。',
    en: 'Filled in from last year and for the new year; change what is wrong.',
  },
  money: { zh: '资金（{unit}）', en: 'Money ({unit})' },
  days: { zh: '起止日期', en: 'Days' },
  people: { zh: '人员', en: 'People' },
} as const

type OpenPointsProps = {
  readonly preview: RenewalPreview
  readonly content: FormContent
  readonly decisions: Decisions
  readonly decide: Dispatch<Decisions>
  readonly nameOf: (where: string) => string
}

export function OpenPoints(props: OpenPointsProps) {
  const say = useWords(WORDS)
  const { preview, content } = props
  const { points } = preview
  const kinds = (['money', 'days', 'people'] as const).filter((kind) => points[kind].length > 0)
  return (
    <section className="card">
      <h2>
        {say('title')} <span className="small">{say('about')}</span>
      </h2>
      <div className="card-body start-points">
        {kinds.map((kind) => (
          <fieldset key={kind}>
            <legend className="small">{say(kind, { unit: content.moneyUnit ?? '元' })}</legend>
            {points[kind].map((where) => (
              <Point key={where} {...props} where={where} />
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  )
}

function Point({ preview, content, decisions, decide, nameOf, where }: OpenPointsProps & { readonly where: string }) {
  const id = `point-${where}`
  const text = decisions.typed.get(where) ?? startingText(preview, content, where)
  return (
    <div className="start-point">
      <label htmlFor={id} className="small">
        {nameOf(where)}
      </label>
      <Input
        id={id}
        value={text}
        maxLength={200}
        onChange={({ target }) => decide({ ...decisions, typed: new Map(decisions.typed).set(where, target.value) })}
      />
    </div>
  )
}
