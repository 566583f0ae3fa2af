import { applyEdits } from '@shiji/kernel/form/apply-edits'
import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { readCell } from '@shiji/kernel/form/read-cell'
import { Checkbox, Input, Radio } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import type { EditStep } from './edit-history.ts'
import type { SheetField } from './form-sheet.ts'
import { LongText } from './long-text.tsx'
import type { FormFinding } from './opened-form.ts'
import { SEVERITY_SHAPES } from './severity-shapes.ts'
import { useDraft } from './use-draft.ts'

const WORDS = {
  unfit: { zh: '这里不能这样填，没有保存', en: 'This place cannot hold that; it was not saved' },
  date: { zh: '例如 2026-01-31', en: 'e.g. 2026-01-31' },
} as const

type FieldCellProps = {
  readonly field: SheetField
  readonly content: FormContent
  readonly mark: FormFinding | undefined
  readonly onStep: (step: EditStep) => void
}

/** One field of the sheet under the label the sheet prints. */
export function FieldCell({ field, content, mark, onStep }: FieldCellProps) {
  const { where, label, kind, options } = field
  const address = parseCellAddress(where)
  const held = (address === null ? null : readCell(content, address)) ?? ''
  const write = (now: string) => {
    const step = [{ where, was: held, now }]
    const outcome = applyEdits(content, step, { isKnown: () => true, since: [] })
    if (outcome.ok) onStep(step)
    return outcome.ok
  }
  const id = `cell-${where}`
  return (
    <div className={kind === 'long-text' ? 'field field-long' : 'field'}>
      {options.length > 0 ? (
        <fieldset className="choice">
          <legend>{label}</legend>
          {isEither(options) ? (
            <Either {...{ id, options, held, write }} name={where} />
          ) : (
            <Choice {...{ id, options, held, write }} />
          )}
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          <TextField {...{ id, kind, held, write }} marked={mark?.severity === 'error'} />
        </>
      )}
      {mark === undefined ? null : (
        <p className={`small severity-${mark.severity}`} id={`${id}-mark`}>
          {SEVERITY_SHAPES[mark.severity]} {mark.message}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = {
  readonly id: string
  readonly kind: SheetField['kind']
  readonly held: string
  readonly marked: boolean
  readonly write: (text: string) => boolean
}

function TextField({ id, kind, held, marked, write }: TextFieldProps) {
  const say = useWords(WORDS)
  const { text, refused, type, settle } = useDraft(held, write)
  const shared = {
    id,
    value: text,
    status: refused || marked ? ('error' as const) : ('' as const),
    'aria-describedby': marked ? `${id}-mark` : undefined,
    onChange: ({ target }: { target: { value: string } }) => type(target.value),
    onBlur: settle,
  }
  return (
    <>
      {kind === 'long-text' ? (
        <LongText {...shared} />
      ) : (
        <Input {...shared} placeholder={kind === 'date' ? say('date') : undefined} onPressEnter={settle} />
      )}
      {refused ? <p className="small severity-error">✕ {say('unfit')}</p> : null}
    </>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly options: readonly string[]
  readonly held: string
  readonly write: (text: string) => boolean
}

/** Of these one holds, never both. */
const EITHER_OR = [
  ['元', '万元'],
  ['是', '否'],
  ['有', '无'],
]

function isEither(options: readonly string[]): boolean {
  return EITHER_OR.some((pair) => pair.length === options.length && pair.every((word) => options.includes(word)))
}

function Either({ id, options, held, write, name }: ChoiceProps & { readonly name: string }) {
  return (
    <div className="choice-options">
      {options.map((option, at) => (
        <Radio
          key={option}
          {...{ name, ...(at === 0 ? { id } : {}) }}
          checked={held === option}
          onChange={() => write(option)}
        >
          {option}
        </Radio>
      ))}
    </div>
  )
}

/** Boxes to tick, as the sheet prints them: □ ☑. */
function Choice({ id, options, held, write }: ChoiceProps) {
  const ticked = held.split('、').filter((option) => option !== '')
  const toggle = (option: string, on: boolean) => {
    const others = ticked.filter((other) => other !== option)
    const chosen = on ? [...others, option] : others
    const known = options.filter((it) => chosen.includes(it))
    write([...known, ...chosen.filter((it) => !options.includes(it))].join('、'))
  }
  return (
    <div className="choice-options">
      {options.map((option, at) => (
        <Checkbox
          key={option}
          {...(at === 0 ? { id } : {})}
          checked={ticked.includes(option)}
          onChange={({ target }) => toggle(option, target.checked)}
        >
          {option}
        </Checkbox>
      ))}
    </div>
  )
}
