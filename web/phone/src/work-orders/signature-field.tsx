import type { Stroke } from '@shiji/kernel/work-order/strokes'
import { SignatureDrawing, SignaturePad } from '../../../desk/src/kit/signature.tsx'
import { useWords } from '../words/use-words.ts'
import type { WorkDraft } from './work-draft.ts'

const WORDS = {
  signer: { zh: '签收人', en: 'Who signs' },
  pad: { zh: '在此手写签名', en: 'Sign here' },
  signature: { zh: '{name} 的签名', en: 'Signature of {name}' },
  again: { zh: '重写', en: 'Write again' },
  cancel: { zh: '先不签', en: 'Not now' },
} as const

type Signing = NonNullable<WorkDraft['signing']>

type SignatureFieldProps = {
  readonly signing: Signing
  /** Told how to change it: a fast finger moves more than once between two drawings of the page. */
  readonly onChange: (change: (signing: Signing) => Signing) => void
  readonly onCancel: () => void
}

/** Name and hand of whoever received the work, drawn with a finger. */
export function SignatureField({ signing, onChange, onCancel }: SignatureFieldProps) {
  const say = useWords(WORDS)
  return (
    <section className="card fields">
      <label>
        {say('signer')}
        <input
          autoComplete="off"
          maxLength={100}
          value={signing.signer}
          onChange={({ target: { value: signer } }) => onChange((now) => ({ ...now, signer }))}
        />
      </label>
      <SignaturePad
        className="pad"
        label={say('pad')}
        strokes={signing.strokes}
        onChange={(draw) => onChange((now) => ({ ...now, strokes: draw(now.strokes) }))}
      />
      <div className="buttons">
        <button type="button" className="button" onClick={onCancel}>
          {say('cancel')}
        </button>
        <button type="button" className="button" onClick={() => onChange((now) => ({ ...now, strokes: [] }))}>
          {say('again')}
        </button>
      </div>
    </section>
  )
}

export function SignatureSeen({ strokes, name }: { readonly strokes: readonly Stroke[]; readonly name: string }) {
  const say = useWords(WORDS)
  return <SignatureDrawing className="pad pad-seen" label={say('signature', { name })} strokes={strokes} />
}
