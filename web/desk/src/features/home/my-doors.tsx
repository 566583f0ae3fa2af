import { say as sayIn } from '@shiji/kernel/wording'
import { Link, useRouteContext } from '@tanstack/react-router'
import { DOMAINS, mayOpen } from '#desk/shell/feature.ts'
import { rootRoute } from '#desk/shell/root-route.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'

const WORDS = { title: { zh: '常用', en: 'Doors' } } as const

/** Every page the person may open, under its domain. */
export function MyDoors() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { menu } = useRouteContext({ from: rootRoute.id })
  const { permissions } = useMe()
  const mine = menu.filter((entry) => mayOpen(entry, permissions) && entry.path !== '/home')
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <dl className="home-doors">
        {Object.entries(DOMAINS).map(([domain, wording]) => {
          const doors = mine.filter((entry) => entry.domain === domain)
          return doors.length === 0 ? null : (
            <div key={domain}>
              <dt>{sayIn(wording, language)}</dt>
              {doors.map(({ path, title }) => (
                <dd key={path}>
                  <Link to={path}>{sayIn(title, language)}</Link>
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </section>
  )
}
