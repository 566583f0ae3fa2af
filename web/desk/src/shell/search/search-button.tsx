import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { usePart } from '#desk/kit/use-part.ts'
import { useWords } from '#desk/words/use-words.ts'
import './search.css'

const WORDS = {
  search: { zh: '搜索', en: 'Search' },
  hint: {
    zh: '搜索项目、指标、人员、文件（Ctrl K 或 /）',
    en: 'Search projects, indicators, people, files (Ctrl K or /)',
  },
} as const

const bringLayer = () => import('./search-layer.tsx').then(({ SearchLayer }) => SearchLayer)

/** Opens the search of everything; Ctrl+K anywhere, `/` where nothing is being typed. */
export function SearchButton() {
  const say = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  const SearchLayer = usePart(bringLayer, isOpen)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = event.key.toLowerCase() === 'k' ? event.ctrlKey || event.metaKey : isLoneSlash(event)
      if (!isAsked) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button
        className="search-button"
        title={say('hint')}
        loading={isOpen && SearchLayer === null}
        onClick={() => setOpen(true)}
      >
        {say('search')} <kbd aria-hidden>Ctrl K</kbd>
      </Button>
      {isOpen && SearchLayer !== null ? <SearchLayer onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function isLoneSlash({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key !== '/' || ctrlKey || metaKey || altKey) return false
  // A grid cell takes any sign as the beginning of what is typed into it.
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="grid"]'))
}
