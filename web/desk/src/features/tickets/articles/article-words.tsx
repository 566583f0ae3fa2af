import type { api } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

export const AUDIENCE_WORDS = {
  team: { zh: '运维人员', en: 'those who work at the desk' },
  everybody: { zh: '所有人', en: 'everybody' },
} as const

const WORDS = {
  draft: { zh: '草稿', en: 'draft' },
  published: { zh: '已发布', en: 'published' },
  stale: { zh: '过期，待复核', en: 'past its day' },
  withdrawn: { zh: '已停用', en: 'withdrawn' },
  waits: { zh: '有新稿待复核', en: 'a new text waits' },
  counts: {
    zh: '用过 {uses} 次，有用 {helped}，没用 {notHelped}',
    en: 'used {uses}, helped {helped}, did not {notHelped}',
  },
  unused: { zh: '还没有用过', en: 'not used yet' },
} as const

export type ArticleSeen = Awaited<ReturnType<typeof api.deskArticles.openArticle>>
export type ArticleListed = Awaited<ReturnType<typeof api.deskArticles.listArticles>>[number]

const LIGHTS = { draft: 'watch', published: 'good', stale: 'watch', withdrawn: 'none' } as const

export function ArticleLight({
  article: { state, waits },
}: {
  readonly article: Pick<ArticleListed, 'state' | 'waits'>
}) {
  const say = useWords(WORDS)
  const isNewer = waits && state !== 'draft'
  return (
    <span>
      <Light kind={LIGHTS[state]} word={say(state)} /> {isNewer ? <span className="small">{say('waits')}</span> : null}
    </span>
  )
}

type Counted = Pick<ArticleListed, 'uses' | 'helped' | 'notHelped'>

export function ArticleCounts({ article }: { readonly article: Counted }) {
  const say = useWords(WORDS)
  return <span className="small">{article.uses === 0 ? say('unused') : say('counts', article)}</span>
}
