import type { FormContent } from '@shiji/kernel/form/form-content'
import { Input, Select } from 'antd'
import type { Dispatch } from 'react'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { PROPERTY_WORDS } from '../edit/column-words.ts'
import { cellText, type ReviewAction } from './review-state.ts'

const WORDS = {
  missingProject: { zh: '请填写项目名称', en: 'Enter the name of the project' },
  missingYear: { zh: '请填写四位年度', en: 'Enter the year in four digits' },
  noUnit: { zh: '表上未写', en: 'Not on the form' },
} as const

type FormFactsProps = {
  readonly content: FormContent
  readonly form: number
  readonly change: Dispatch<ReviewAction>
}

/** What a form must say of itself before it can be saved: project and year, and whom and what it counts for. */
export function FormFacts({ content, form, change }: FormFactsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const put = (where: string, text: string) => change({ kind: 'fact', form, where, text: text.trim() })
  const missing = { project: content.project === '', unit: false, year: content.year === null } as const
  return (
    <section className="card review-facts">
      {(['project', 'unit', 'year'] as const).map((property) => (
        <div key={property}>
          <label className="small" htmlFor={`fact-${property}`}>
            {PROPERTY_WORDS[property][language]}
          </label>
          <Input
            id={`fact-${property}`}
            defaultValue={cellText(content, property)}
            status={missing[property] ? 'error' : ''}
            maxLength={property === 'year' ? 4 : 200}
            onBlur={({ target }) => put(property, target.value)}
            onPressEnter={({ currentTarget }) => put(property, currentTarget.value)}
          />
          {missing[property] ? (
            <span className="severity-error small">{say(property === 'year' ? 'missingYear' : 'missingProject')}</span>
          ) : null}
        </div>
      ))}
      <div>
        <label className="small" htmlFor="fact-money-unit">
          {PROPERTY_WORDS.moneyUnit[language]}
        </label>
        <Select
          id="fact-money-unit"
          className="review-money-unit"
          value={content.moneyUnit ?? ''}
          options={['元', '万元', ''].map((unit) => ({ value: unit, label: unit === '' ? say('noUnit') : unit }))}
          onChange={(unit) => put('moneyUnit', unit)}
        />
      </div>
    </section>
  )
}
