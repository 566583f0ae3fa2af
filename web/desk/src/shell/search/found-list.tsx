import { useEffect, useRef } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import type { Finding, FindingKind } from './use-findings.ts'

const WORDS = {
  results: { zh: '找到的', en: 'Results' },
  project: { zh: '项目', en: 'Project' },
  indicator: { zh: '指标', en: 'Indicator' },
  person: { zh: '人员', en: 'Person' },
  document: { zh: '文件', en: 'File' },
} as const satisfies Readonly<Record<FindingKind | 'results', { zh: string; en: string }>>

type FoundListProps = {
  readonly id: string
  readonly found: readonly Finding[]
  readonly chosen: number
  readonly onOpen: (finding: Finding) => void
}

/** The findings in their kinds; the one the keyboard stands on is always in view. */
export function FoundList({ id, found, chosen, onOpen }: FoundListProps) {
  const say = useWords(WORDS)
  const here = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list moves when another row is chosen.
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [chosen])
  if (found.length === 0) return null
  return (
    <div id={id} role="listbox" aria-label={say('results')} className="search-found">
      {found.map((finding, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's, which keeps the focus.
        <div
          key={`${finding.kind} ${finding.key}`}
          id={`${id}-${index}`}
          ref={index === chosen ? here : null}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          onClick={() => onOpen(finding)}
        >
          <span className="search-kind">{say(finding.kind)}</span>
          <span className="search-name">{finding.name}</span>
          <span className="small">{finding.about}</span>
        </div>
      ))}
    </div>
  )
}
