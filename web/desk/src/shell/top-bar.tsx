import { say as sayIn } from '@shiji/kernel/wording'
import { Link, useLocation } from '@tanstack/react-router'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { DOMAINS, type Domain, domainAt, type MenuEntry } from './feature.ts'
import { MeMenu } from './me-menu.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { SearchButton } from './search/search-button.tsx'
import { WaitingCounts } from './waiting-counts.tsx'

const WORDS = {
  domains: { zh: '领域', en: 'Domains' },
  home: { zh: '实绩，回到首页', en: '实绩 Shiji, to the first page' },
} as const

/** Domains that have something for this person, the search, the unit and year, and who is signed in. */
export function TopBar({ menu }: { readonly menu: readonly MenuEntry[] }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { pathname } = useLocation()
  const here = domainAt(menu, pathname)
  return (
    <header className="top">
      <Link to="/" className="mark" aria-label={say('home')}>
        实绩
      </Link>
      <nav className="domains" aria-label={say('domains')}>
        {domainsOf(menu).map(({ domain, path }) => (
          <Link key={domain} to={path} aria-current={domain === here ? 'true' : undefined}>
            {sayIn(DOMAINS[domain], language)}
          </Link>
        ))}
      </nav>
      <span className="grow" />
      <div className="top-tools">
        <SearchButton />
        <ScopeChoice />
      </div>
      <WaitingCounts />
      <MeMenu />
    </header>
  )
}

function domainsOf(menu: readonly MenuEntry[]): readonly { domain: Domain; path: string }[] {
  return (Object.keys(DOMAINS) as Domain[]).flatMap((domain) => {
    const first = menu.find((entry) => entry.domain === domain)
    return first === undefined ? [] : [{ domain, path: first.path }]
  })
}
