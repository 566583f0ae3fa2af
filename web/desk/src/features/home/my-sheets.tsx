import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '等您评分', en: 'To score' },
  none: { zh: '没有等您评分的项目', en: 'Nothing waits for your score' },
  about: { zh: '{unit} · {year} 年', en: '{unit} · {year}' },
  all: { zh: '看全部评分表', en: 'See all sheets' },
} as const

/** What an expert was given and has not signed. */
export function MySheets() {
  const say = useWords(WORDS)
  const sheets = useQuery(queries.expertSheets.listMySheets.queryOptions())
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <Loaded query={sheets}>
        {(rows) => {
          const waiting = rows.filter(({ signedAt }) => signedAt === null)
          return (
            <>
              {waiting.length === 0 ? <StateBlock state={{ kind: 'empty', title: say('none') }} /> : null}
              {waiting.map(({ id, project, unit, year }) => (
                <p key={id} className="home-more">
                  <Link className="cell-name" to="/expert-sheets" search={{ sheet: id }}>
                    {project}
                  </Link>
                  <span className="small home-about">{say('about', { unit, year })}</span>
                </p>
              ))}
              <p className="home-more">
                <Link to="/expert-sheets">{say('all')}</Link>
              </p>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
