import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import '#desk/kit/list-import.css'

const WORDS = { bring: { zh: '导入名单', en: 'Import a list' } } as const

/** Leads from the lists to the page where a whole list of the office comes in. */
export function ListImportLink() {
  const say = useWords(WORDS)
  return (
    <Link className="list-button" to="/people/import">
      {say('bring')}
    </Link>
  )
}
