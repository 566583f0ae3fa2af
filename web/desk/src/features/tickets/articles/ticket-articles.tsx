import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketSeen } from '../ticket-view.ts'
import './articles.css'

const WORDS = {
  title: { zh: '知识', en: 'Knowledge' },
  helped: { zh: '有用', en: 'helped' },
  notHelped: { zh: '没用', en: 'did not help' },
  use: { zh: '用上了', en: 'used it' },
  used: { zh: '用过', en: 'used' },
  write: { zh: '从这张工单写一篇知识', en: 'Write an article from this ticket' },
  none: { zh: '还没有相关的知识', en: 'Nothing is known of the like yet' },
} as const

type Proposal = Awaited<ReturnType<typeof api.deskArticles.proposeArticles>>[number]
type Use = Awaited<ReturnType<typeof api.deskArticles.listArticleUses>>[number]

/** What is known of the like, what was used of it here, and whether it helped. */
export function TicketArticles({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const mayWork = useMay('desk.work')
  const { id, service, what, state } = ticket
  const uses = useQuery(queries.deskArticles.listArticleUses.queryOptions({ input: { id } }))
  const found = useQuery(queries.deskArticles.proposeArticles.queryOptions({ input: { service, words: what } }))
  const use = useMutation(
    queries.deskArticles.useArticle.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.deskArticles.key() }),
    }),
  )
  const used = uses.data ?? []
  const others = (found.data ?? []).filter((one) => !used.some((known) => known.id === one.id))
  const judge = (articleId: Use['id'], helped: boolean | null) => use.mutate({ id, articleId, helped })
  const isDone = state === 'resolved' || state === 'closed'
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <div className="card-body">
        <ProblemAlert problem={use.error} />
        {used.length + others.length === 0 ? <p className="small">{say('none')}</p> : null}
        <ul className="article-proposals">
          {used.map((one) => (
            <Known key={one.id} article={one} mayWork={mayWork} onJudge={(helped) => judge(one.id, helped)} />
          ))}
          {others.map((one) => (
            <li key={one.id}>
              <Words article={one} />
              {mayWork ? (
                <Button size="small" onClick={() => judge(one.id, null)}>
                  {say('use')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {mayWork && isDone ? (
          <Link to="/knowledge/new" search={{ ticketId: id }}>
            {say('write')}
          </Link>
        ) : null}
      </div>
    </section>
  )
}

type KnownProps = { readonly article: Use; readonly mayWork: boolean; readonly onJudge: (helped: boolean) => void }

function Known({ article, mayWork, onJudge }: KnownProps) {
  const say = useWords(WORDS)
  const { verdict } = article
  return (
    <li>
      <Words article={article} />
      <span className="article-verdict">
        {verdict === null ? (
          <Light kind="not-started" word={say('used')} />
        ) : (
          <Light kind={verdict ? 'good' : 'none'} word={say(verdict ? 'helped' : 'notHelped')} />
        )}
        {mayWork && verdict === null
          ? ([true, false] as const).map((helped) => (
              <Button key={String(helped)} size="small" onClick={() => onJudge(helped)}>
                {say(helped ? 'helped' : 'notHelped')}
              </Button>
            ))
          : null}
      </span>
    </li>
  )
}

function Words({ article: { id, title, remedy } }: { readonly article: Proposal }) {
  return (
    <details>
      <summary>{title}</summary>
      <p>{remedy}</p>
      <Link to="/knowledge/$articleId" params={{ articleId: id }}>
        {title}
      </Link>
    </details>
  )
}
