import { useState } from 'react'
import { useMay } from '../session/session.ts'
import { useWords } from '../words/use-words.ts'
import { useStock } from './use-stock.ts'
import type { DraftPart } from './work-draft.ts'

const WORDS = {
  title: { zh: '备件', en: 'Parts' },
  store: { zh: '从库存领用（名称、型号或编码）', en: 'From the store (name, model or code)' },
  onHand: { zh: '现存 {onHand} {unitWord}', en: '{onHand} {unitWord} there' },
  none: { zh: '库存里没有', en: 'Not in the store' },
  away: {
    zh: '没有网络，看不到库存；可先记为其他备件。',
    en: 'No network: the store cannot be seen. Note it as another part.',
  },
  name: { zh: '备件 {number}', en: 'Part {number}' },
  serial: { zh: '备件 {number} 序列号', en: 'Part {number}: serial number' },
  quantity: { zh: '备件 {number} 数量', en: 'Part {number}: quantity' },
  stocked: { zh: '库存领用', en: 'from the store' },
  remove: { zh: '去掉', en: 'Remove' },
  other: { zh: '加其他备件', en: 'Add another part' },
} as const

type PartFieldsProps = {
  readonly parts: readonly DraftPart[]
  readonly onChange: (parts: readonly DraftPart[]) => void
}

/** What was used: taken from the store, which then has so many less, or brought along. */
export function PartFields({ parts, onChange }: PartFieldsProps) {
  const say = useWords(WORDS)
  const maySeeStore = useMay('assets.read')
  const change = (index: number, changed: Partial<DraftPart>) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, ...changed } : part)))
  const add = (part: Pick<DraftPart, 'name' | 'unit' | 'itemId'>) =>
    onChange([...parts, { ...part, serial: '', quantity: '1' }])
  return (
    <section className="card fields" aria-labelledby="parts-title">
      <h2 id="parts-title">{say('title')}</h2>
      {parts.map((part, index) => {
        const number = index + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may be alike, and their order is theirs.
          <div key={index} className="fields">
            {part.itemId === null ? (
              <Field label={say('name', { number })} value={part.name} onChange={(name) => change(index, { name })} />
            ) : (
              <p>
                {part.name} <span className="mark">{say('stocked')}</span>
              </p>
            )}
            <Field
              label={`${say('quantity', { number })} ${part.unit}`.trim()}
              value={part.quantity}
              isNumber
              onChange={(quantity) => change(index, { quantity: quantity.trim() })}
            />
            <Field
              label={say('serial', { number })}
              value={part.serial}
              onChange={(serial) => change(index, { serial })}
            />
            <div className="buttons">
              <button type="button" className="button" onClick={() => onChange(parts.filter((_, at) => at !== index))}>
                {say('remove')}
              </button>
            </div>
          </div>
        )
      })}
      {maySeeStore ? <FromStore onTake={add} /> : null}
      <button type="button" className="button" onClick={() => add({ name: '', unit: '', itemId: null })}>
        {say('other')}
      </button>
    </section>
  )
}

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly isNumber?: boolean
  readonly onChange: (value: string) => void
}

function Field({ label, value, isNumber = false, onChange }: FieldProps) {
  return (
    <label>
      {label}
      <input
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        maxLength={isNumber ? 13 : 100}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}

type FromStoreProps = { readonly onTake: (part: Pick<DraftPart, 'name' | 'unit' | 'itemId'>) => void }

function FromStore({ onTake }: FromStoreProps) {
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const { items, isAway } = useStock(typed)
  return (
    <>
      <label>
        {say('store')}
        <input
          type="search"
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      {isAway ? <p className="quiet">{say('away')}</p> : null}
      {items === null || typed.trim() === '' ? null : items.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <ul className="offered">
          {items.map(({ id, name, model, onHand, unitWord }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  onTake({ name, unit: unitWord, itemId: id })
                  setTyped('')
                }}
              >
                <b>{name}</b> {model} <span>{say('onHand', { onHand, unitWord })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
