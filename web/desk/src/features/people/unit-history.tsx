import type { UnitChange } from '@shiji/contract/directory-units'
import type { z } from 'zod'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

type Change = z.infer<typeof UnitChange>

const WORDS = {
  none: { zh: '建立以来没有变更。', en: 'No change since it was added.' },
  renamed: { zh: '“{nameBefore}”更名为“{nameAfter}”', en: '"{nameBefore}" renamed "{nameAfter}"' },
  moved: { zh: '从“{parentBefore}”划归“{parentAfter}”', en: 'Moved from "{parentBefore}" to "{parentAfter}"' },
  merged: { zh: '并入“{other}”', en: 'Merged into "{other}"' },
  'took-in': { zh: '“{other}”并入本单位', en: 'Took in "{other}"' },
  split: { zh: '拆出“{other}”', en: '"{other}" was split off' },
  'split-off': { zh: '由“{other}”拆出设立', en: 'Split off from "{other}"' },
  closed: { zh: '撤销', en: 'Closed' },
  made: { zh: '{reason} · {madeBy} {at} 登记', en: '{reason} · entered by {madeBy} {at}' },
} as const

export function UnitHistory({ changes }: { readonly changes: readonly Change[] }) {
  const say = useWords(WORDS)
  if (changes.length === 0) return <p className="small">{say('none')}</p>
  return (
    <ol className="unit-history">
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.effectiveOn}>{change.effectiveOn}</time>
          <div>
            <div>{say(change.did, namesOf(change))}</div>
            <div className="small">
              {say('made', { reason: change.reason, madeBy: change.madeBy, at: formatMoment(change.madeAt) })}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}

function namesOf({ nameBefore, nameAfter, parentBefore, parentAfter, other }: Change) {
  return {
    nameBefore,
    nameAfter,
    parentBefore: parentBefore ?? '—',
    parentAfter: parentAfter ?? '—',
    other: other ?? '—',
  }
}
