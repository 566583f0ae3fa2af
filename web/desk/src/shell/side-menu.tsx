import { say as sayIn } from '@shiji/kernel/wording'
import { Link, useLocation } from '@tanstack/react-router'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { domainAt, type MenuEntry } from './feature.ts'

const WORDS = { menu: { zh: '本领域菜单', en: 'Menu of this domain' } } as const

/** The lines of the open domain under their headings. */
export function SideMenu({ menu }: { readonly menu: readonly MenuEntry[] }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { pathname } = useLocation()
  const domain = domainAt(menu, pathname)
  const entries = menu.filter((entry) => entry.domain === domain)
  const groups = [...new Set(entries.map(({ group }) => sayIn(group, language)))]
  if (groups.length === 0) return null
  return (
    <nav className="side" aria-label={say('menu')}>
      {groups.map((heading) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {entries
            .filter(({ group }) => sayIn(group, language) === heading)
            .map(({ path, title }) => (
              <Link key={path} to={path}>
                {sayIn(title, language)}
              </Link>
            ))}
        </section>
      ))}
    </nav>
  )
}
