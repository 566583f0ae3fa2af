import { say as sayIn } from '@shiji/kernel/wording'
import type { WorkStep } from '@shiji/kernel/work-order/work-schema'
import { STEP_WORDS } from '@shiji/kernel/work-order/work-wording'
import { Choices } from '../shell/choices.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '步骤', en: 'Steps' },
  step: { zh: '第 {number} 步', en: 'Step {number}' },
  why: { zh: '第 {number} 步为什么没做（必填）', en: 'Why step {number} was left out (needed)' },
  add: { zh: '加一步', en: 'Add a step' },
} as const

const STATES = ['open', 'done', 'left-out'] as const

type StepFieldsProps = { readonly steps: readonly WorkStep[]; readonly onChange: (steps: readonly WorkStep[]) => void }

/** Each step with what became of it; one left out says why. */
export function StepFields({ steps, onChange }: StepFieldsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const change = (index: number, changed: Partial<WorkStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...changed } : step)))
  return (
    <section className="card fields" aria-labelledby="steps-title">
      <h2 id="steps-title">{say('title')}</h2>
      {steps.map((step, index) => {
        const number = index + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same, and their order is theirs.
          <div key={index} className="fields">
            <label>
              {say('step', { number })}
              <input
                autoComplete="off"
                maxLength={200}
                value={step.what}
                onChange={({ target }) => change(index, { what: target.value })}
              />
            </label>
            <Choices
              name={`step-${number}`}
              title={say('step', { number })}
              isTitleUnseen
              chosen={step.state}
              options={STATES.map((key) => ({ key, name: sayIn(STEP_WORDS[key], language) }))}
              onChoose={(state) => change(index, { state })}
            />
            {step.state === 'left-out' ? (
              <label>
                {say('why', { number })}
                <input
                  autoComplete="off"
                  maxLength={500}
                  value={step.note}
                  onChange={({ target }) => change(index, { note: target.value })}
                />
              </label>
            ) : null}
          </div>
        )
      })}
      <button
        type="button"
        className="button"
        onClick={() => onChange([...steps, { what: '', state: 'done', note: '' }])}
      >
        {say('add')}
      </button>
    </section>
  )
}
