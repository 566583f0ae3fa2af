import { type FormEvent, useState } from 'react'
import { PhotoField } from '../call/photo-field.tsx'
import { AskedBlock } from '../shell/asked-block.tsx'
import { NoteField } from '../shell/note-field.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'
import { CheckField } from './check-field.tsx'
import { CodeField } from './code-field.tsx'
import { keepVisit } from './keep-visit.ts'
import { nextPoint, type Point, type Round, useRounds } from './use-rounds.ts'
import { judgeDraft, keepVisitDraft, openVisitDraft, type VisitDraft } from './visit-draft.ts'

const WORDS = {
  title: { zh: '点位', en: 'Point' },
  gone: { zh: '这个点位不在今明两天的巡检里。', en: 'This point is on no round of today and tomorrow.' },
  save: { zh: '记下', en: 'Record' },
  wrong: { zh: '标签 {code} 不是这个点位的，请核对。', en: '{code} is not the label of this point.' },
  scan: { zh: '已扫标签', en: 'label scanned' },
  number: { zh: '已对编号', en: 'code matched' },
  none: {
    zh: '没有扫码或编号，也没有照片的，只算自报。',
    en: 'Without label, code or photo it counts as said by oneself.',
  },
  deed: { zh: '“{faults}”不正常，当场怎么处理的（必填）', en: '"{faults}" at fault: what was done about it (needed)' },
  skip: { zh: '看不了这一点', en: 'It cannot be seen' },
  reason: { zh: '跳过的原因', en: 'Why it is skipped' },
} as const

/** What is looked at on one point; kept on the phone with its photos before anything is sent. */
export function PointScreen({ id, pointId }: { readonly id: string; readonly pointId: string }) {
  const say = useWords(WORDS)
  const { asked, rounds } = useRounds()
  const round = rounds.find(({ occurrence }) => occurrence.id === id)
  const point = round?.route.points.find((one) => one.id === pointId)
  if (round !== undefined && point !== undefined) return <PointForm {...{ round, point }} />
  return (
    <Screen title={say('title')} back={`/rounds/${id}`}>
      <AskedBlock asked={asked}>{() => <p className="quiet">{say('gone')}</p>}</AskedBlock>
    </Screen>
  )
}

function PointForm({ round, point }: { readonly round: Round; readonly point: Point }) {
  const say = useWords(WORDS)
  const place = `${round.occurrence.id}/${point.id}`
  const [draft, setDraft] = useState(() => openVisitDraft(place, proofOfAddress()))
  const [photos, setPhotos] = useState<readonly File[]>([])
  const { isWhole, faults } = judgeDraft(point.checks, draft)
  const change = (changed: Partial<VisitDraft>) => {
    const now = { ...draft, ...changed }
    setDraft(now)
    keepVisitDraft(place, now)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    const following = nextPoint({ ...round, route: { ...round.route, points: after(round, point) } })
    await keepVisit(draft, { round, point, photos })
    go(following === null ? `/rounds/${round.occurrence.id}` : `/rounds/${round.occurrence.id}/${following.id}`, {
      replace: true,
    })
  }
  const save = (
    <button type="submit" form="visit" className="primary" disabled={!isWhole}>
      {say('save')}
    </button>
  )
  return (
    <Screen title={point.name} back={`/rounds/${round.occurrence.id}`} aside={point.code} action={save}>
      <p className="quiet">{point.place}</p>
      <Proof code={point.code} proof={draft.proof} onProof={(proof) => change({ proof })} />
      <form id="visit" className="fields" onSubmit={(event) => void submit(event)}>
        {draft.skipReason === ''
          ? point.checks.map((check) => (
              <CheckField
                key={check.name}
                check={check}
                value={draft.values[check.name] ?? ''}
                onChange={(value) => change({ values: { ...draft.values, [check.name]: value } })}
              />
            ))
          : null}
        <PhotoField photos={photos} onChange={setPhotos} />
        <NoteField
          deed={faults.length === 0 ? null : say('deed', { faults: faults.join('、') })}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
        <details className="more">
          <summary>{say('skip')}</summary>
          <label>
            {say('reason')}
            <input
              autoComplete="off"
              maxLength={200}
              value={draft.skipReason}
              onChange={({ target }) => change({ skipReason: target.value })}
            />
          </label>
        </details>
      </form>
    </Screen>
  )
}

type ProofProps = {
  readonly code: string
  readonly proof: VisitDraft['proof']
  readonly onProof: (proof: 'scan' | 'number') => void
}

function Proof({ code, proof, onProof }: ProofProps) {
  const say = useWords(WORDS)
  const [wrong, setWrong] = useState<string | null>(null)
  if (proof !== 'none') return <span className="light light-good">✓ {say(proof)}</span>
  return (
    <>
      <CodeField
        onCode={(read, how) => {
          setWrong(read === code ? null : read)
          if (read === code) onProof(how)
        }}
      />
      {wrong === null ? null : (
        <p className="band band-bad" role="alert">
          {say('wrong', { code: wrong })}
        </p>
      )}
      <p className="quiet">{say('none')}</p>
    </>
  )
}

/** The points behind this one in the order of the route, then those before it. */
function after({ route: { points } }: Round, { id }: Point): Point[] {
  const at = points.findIndex((one) => one.id === id)
  return [...points.slice(at + 1), ...points.slice(0, at)]
}

/** How somebody came here: by the label, by its letters, or by the list. */
function proofOfAddress(): VisitDraft['proof'] {
  const { search } = window.location
  return search === '?scan' ? 'scan' : search === '?number' ? 'number' : 'none'
}
