import { VALUE_WORDS } from '@shiji/kernel/upkeep/judge-value'
import { say as sayIn } from '@shiji/kernel/wording'
import { type FormEvent, useState } from 'react'
import { PhotoField } from '../call/photo-field.tsx'
import { AskedBlock } from '../shell/asked-block.tsx'
import { NoteField } from '../shell/note-field.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'
import { keepReading } from './keep-reading.ts'
import { MeterFacts } from './meters-screen.tsx'
import { judgeReading, keepReadingDraft, openReadingDraft, type ReadingDraft } from './reading-draft.ts'
import { type Meter, useMeters } from './use-meters.ts'

const WORDS = {
  title: { zh: '抄表', en: 'Reading' },
  gone: { zh: '这个抄表项已经停用，或者不归您这里抄。', en: 'This meter is out of use, or not yours to read.' },
  value: { zh: '读数', en: 'Reading' },
  count: { zh: '数（分子）', en: 'Count (numerator)' },
  of: { zh: '总数（分母）', en: 'Of all (denominator)' },
  outside: { zh: '超出范围', en: 'outside the limits' },
  deed: { zh: '超出范围，怎么处理的（必填）', en: 'Outside the limits: what was done about it (needed)' },
  photo: {
    zh: '没有照片的读数只算自报；拍下表盘或屏幕，就算现场留证。',
    en: 'Without a photo a reading counts as said by oneself; a photo of the display proves it.',
  },
  save: { zh: '记下', en: 'Record' },
} as const

/** What a meter shows now; kept on the phone with its photo before anything is sent. */
export function MeterScreen({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const { asked, meters } = useMeters()
  const meter = meters.find((one) => one.id === id)
  if (meter !== undefined) return <ReadingForm meter={meter} />
  return (
    <Screen title={say('title')} back="/meters">
      <AskedBlock asked={asked}>{() => <p className="quiet">{say('gone')}</p>}</AskedBlock>
    </Screen>
  )
}

function ReadingForm({ meter }: { readonly meter: Meter }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [draft, setDraft] = useState(() => openReadingDraft(meter.id))
  const [photos, setPhotos] = useState<readonly File[]>([])
  const { problem, isOutside, isWhole } = judgeReading(meter, draft)
  const isCount = meter.kind === 'counted'
  const change = (changed: Partial<ReadingDraft>) => {
    const now = { ...draft, ...changed }
    setDraft(now)
    keepReadingDraft(meter.id, now)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    await keepReading(draft, meter, photos[0])
    go('/meters', { replace: true })
  }
  const save = (
    <button type="submit" form="reading" className="primary" disabled={!isWhole}>
      {say('save')}
    </button>
  )
  return (
    <Screen title={meter.name} back="/meters" action={save}>
      <div className="card">
        <MeterFacts meter={meter} />
      </div>
      <form id="reading" className="fields" onSubmit={(event) => void submit(event)}>
        <NumberField
          label={`${say(isCount ? 'count' : 'value')} ${meter.unitWord}`.trim()}
          value={draft.value}
          onChange={(value) => change({ value })}
        />
        {isCount ? <NumberField label={say('of')} value={draft.of} onChange={(of) => change({ of })} /> : null}
        {problem === null ? null : (
          <p className="band band-bad" role="alert">
            {sayIn(VALUE_WORDS[problem], language)}
          </p>
        )}
        {isOutside ? <span className="light light-bad">✕ {say('outside')}</span> : null}
        <PhotoField photos={photos} onChange={setPhotos} most={1} />
        {photos.length === 0 ? <p className="quiet">{say('photo')}</p> : null}
        <NoteField deed={isOutside ? say('deed') : null} value={draft.note} onChange={(note) => change({ note })} />
      </form>
    </Screen>
  )
}

type NumberFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <label>
      {label}
      <input
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
    </label>
  )
}
