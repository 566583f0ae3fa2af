import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { DocumentPreview } from '#desk/kit/document-preview.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { useMe } from '../use-me.ts'
import { FoundList } from './found-list.tsx'
import { keepSearch, recentSearches } from './recent-searches.ts'
import { type Finding, type PageFinding, useFindings } from './use-findings.ts'
import './search.css'

const WORDS = {
  title: { zh: '搜索', en: 'Search' },
  hint: {
    zh: '两个字就能找：项目、指标、人员、文件',
    en: 'Two characters are enough: projects, indicators, people, files',
  },
  none: { zh: '没有找到“{text}”', en: 'Nothing found for “{text}”' },
  noneAbout: {
    zh: '换两个相邻的字试试；人名也可以用拼音或首字母。',
    en: 'Try two other neighbouring characters; people are found by pinyin and initials too.',
  },
  recent: { zh: '最近找过', en: 'Looked for lately' },
  looking: { zh: '正在查找…', en: 'Looking …' },
  found: { zh: '找到 {count} 条', en: '{count} found' },
} as const

const LONGEST = 50

/** S03: everything by a piece of its name, by keyboard alone. */
export function SearchLayer({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(WORDS)
  const { person } = useMe()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [looked, setLooked] = useState<string | null>(null)
  const text = useDeferredValue(typed.trim())
  const { found, isPending, problem } = useFindings(text)
  const open = useOpen()
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const go = (finding: Finding) => {
    keepSearch(person.id, text)
    if (finding.to === null) setLooked(finding.documentId)
    else {
      onClose()
      open(finding)
    }
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const here = found[at]
    if (step !== undefined) setChosen(Math.max(0, Math.min(found.length - 1, at + step)))
    else if (event.key === 'Enter' && here !== undefined && !event.nativeEvent.isComposing) go(here)
    else return
    event.preventDefault()
  }
  return (
    <Modal open title={say('title')} footer={null} width={680} onCancel={onClose} className="search-layer">
      <Input
        autoFocus
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${at}`}
        aria-label={say('hint')}
        placeholder={say('hint')}
        maxLength={LONGEST}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      <p className="small search-state" role="status">
        {isPending ? say('looking') : text === '' || found.length === 0 ? '' : say('found', { count: found.length })}
      </p>
      {text === '' ? <Recent label={say('recent')} onChoose={setTyped} /> : null}
      {problem === null ? null : <StateBlock state={{ kind: 'error', problem }} />}
      {text !== '' && found.length === 0 && !isPending && problem === null ? (
        <StateBlock state={{ kind: 'empty', title: say('none', { text }), about: say('noneAbout') }} />
      ) : null}
      <FoundList id={listId} found={found} chosen={at} onOpen={go} />
      {looked === null ? null : <DocumentPreview id={looked} open onClose={() => setLooked(null)} />}
    </Modal>
  )
}

function useOpen() {
  const navigate = useNavigate()
  return (finding: PageFinding) => {
    switch (finding.to) {
      case '/projects':
      case '/people':
        return void navigate({ to: finding.to, search: finding.search })
      case '/projects/forms/$formId':
        return void navigate({ to: finding.to, params: { formId: finding.formId }, search: { at: finding.at } })
    }
  }
}

function Recent({ label, onChoose }: { readonly label: string; readonly onChoose: (text: string) => void }) {
  const { person } = useMe()
  const recent = recentSearches(person.id)
  if (recent.length === 0) return null
  return (
    <section>
      <h3 className="search-group">{label}</h3>
      <ul className="search-recent">
        {recent.map((text) => (
          <li key={text}>
            <button type="button" onClick={() => onChoose(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
