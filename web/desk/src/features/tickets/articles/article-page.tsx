import type { ArticleId } from '@shiji/contract/desk-articles'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ArticleCounts, ArticleLight, type ArticleSeen, AUDIENCE_WORDS } from './article-words.tsx'
import '../tickets.css'
import './articles.css'

const WORDS = {
  ...AUDIENCE_WORDS,
  symptoms: { zh: '现象', en: 'How it shows' },
  remedy: { zh: '办法', en: 'What to do' },
  draft: {
    zh: '待复核的新稿（第 {version} 版，{writtenBy} 写）',
    en: 'The text that waits (version {version}, by {writtenBy})',
  },
  mine: { zh: '须由您以外的人复核后发布。', en: 'Somebody else has to confirm it.' },
  confirm: { zh: '复核并发布', en: 'Confirm and publish' },
  change: { zh: '修改', en: 'Change' },
  withdraw: { zh: '停用', en: 'Withdraw' },
  reason: { zh: '为什么停用', en: 'Why' },
  cancel: { zh: '返回', en: 'Back' },
  state: { zh: '状态', en: 'State' },
  whom: { zh: '给谁看', en: 'For' },
  until: { zh: '有效至', en: 'Valid until' },
  owner: { zh: '负责人', en: 'Owner' },
  source: { zh: '来自', en: 'From' },
  used: { zh: '使用', en: 'Use' },
  gone: { zh: '停用原因', en: 'Withdrawn because' },
  versions: { zh: '版本', en: 'Versions' },
  version: { zh: '第 {version} 版，{writtenBy} {at}', en: 'Version {version}, {writtenBy} {at}' },
  confirmed: { zh: '{by} 复核', en: 'confirmed by {by}' },
  waiting: { zh: '待复核', en: 'waits' },
  tickets: { zh: '用过它的工单', en: 'Tickets it was used for' },
  noTickets: { zh: '还没有', en: 'none yet' },
  helped: { zh: '有用', en: 'helped' },
  notHelped: { zh: '没用', en: 'did not help' },
} as const

export function ArticlePage() {
  const { articleId } = useParams({ from: '/desk/knowledge/$articleId' })
  const seen = useQuery(queries.deskArticles.openArticle.queryOptions({ input: { id: articleId as ArticleId } }))
  return <Loaded query={seen}>{(article) => <Opened article={article} />}</Loaded>
}

function Opened({ article }: { readonly article: ArticleSeen }) {
  const say = useWords(WORDS)
  const { draft } = article
  const isDraftShown = draft !== null && article.version !== draft.version
  return (
    <>
      <PageHead
        title={article.title}
        about={`${article.number} · ${article.unit}`}
        action={article.mayWrite ? <Acts article={article} /> : undefined}
      />
      <div className="ticket-page">
        <div className="ticket-main">
          <ArticleBody {...article} />
          {isDraftShown ? (
            <>
              <h2>{say('draft', { version: draft.version, writtenBy: draft.writtenBy })}</h2>
              <ArticleBody {...draft} />
            </>
          ) : null}
        </div>
        <div className="ticket-side">
          <Facts article={article} />
          <Versions article={article} />
          <Tickets article={article} />
        </div>
      </div>
    </>
  )
}

function ArticleBody({ symptoms, remedy }: { readonly symptoms: string; readonly remedy: string }) {
  const say = useWords(WORDS)
  return (
    <section className="card">
      <div className="card-body article-text">
        {symptoms === '' ? null : (
          <>
            <h2>{say('symptoms')}</h2>
            <p>{symptoms}</p>
          </>
        )}
        <h2>{say('remedy')}</h2>
        <p>{remedy}</p>
      </div>
    </section>
  )
}

function Acts({ article: { id, draft, state } }: { readonly article: ArticleSeen }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const [leaving, setLeaving] = useState(false)
  const [reason, setReason] = useState('')
  const done = {
    onSuccess: async () => {
      setLeaving(false)
      await queryClient.invalidateQueries({ queryKey: queries.deskArticles.key() })
    },
  }
  const confirm = useMutation(queries.deskArticles.confirmArticle.mutationOptions(done))
  const withdraw = useMutation(queries.deskArticles.withdrawArticle.mutationOptions(done))
  return (
    <div className="ticket-acts">
      {draft === null || draft.isMine ? null : (
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ id, version: draft.version })}
        >
          {say('confirm')}
        </Button>
      )}
      <Button onClick={() => void navigate({ to: '/knowledge/$articleId/edit', params: { articleId: id } })}>
        {say('change')}
      </Button>
      {state === 'draft' ? null : <Button onClick={() => setLeaving(true)}>{say('withdraw')}</Button>}
      <ProblemAlert problem={confirm.error} />
      <Modal
        open={leaving}
        title={say('withdraw')}
        okText={say('withdraw')}
        cancelText={say('cancel')}
        okButtonProps={{ disabled: reason.trim() === '', loading: withdraw.isPending }}
        onOk={() => withdraw.mutate({ id, reason: reason.trim() })}
        onCancel={() => setLeaving(false)}
      >
        <ProblemAlert problem={withdraw.error} />
        <Input.TextArea
          aria-label={say('reason')}
          placeholder={say('reason')}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Modal>
    </div>
  )
}

function Facts({ article }: { readonly article: ArticleSeen }) {
  const say = useWords(WORDS)
  const { audience, validUntil, owner, source, withdrawnBecause, draft } = article
  return (
    <dl className="card facts">
      <dt>{say('state')}</dt>
      <dd>
        <ArticleLight article={article} />
        {draft?.isMine === true ? <p className="small">{say('mine')}</p> : null}
      </dd>
      {withdrawnBecause === '' ? null : (
        <>
          <dt>{say('gone')}</dt>
          <dd>{withdrawnBecause}</dd>
        </>
      )}
      <dt>{say('whom')}</dt>
      <dd>{say(audience)}</dd>
      <dt>{say('until')}</dt>
      <dd>{validUntil}</dd>
      <dt>{say('owner')}</dt>
      <dd>{owner}</dd>
      <dt>{say('used')}</dt>
      <dd>
        <ArticleCounts article={article} />
      </dd>
      {source === null ? null : (
        <>
          <dt>{say('source')}</dt>
          <dd>
            {source.kind === 'ticket' ? (
              <Link to="/tickets/$ticketId" params={{ ticketId: source.id }}>
                {source.number}
              </Link>
            ) : (
              <Link to="/problems/$problemId" params={{ problemId: source.id }}>
                {source.number}
              </Link>
            )}
          </dd>
        </>
      )}
    </dl>
  )
}

function Versions({ article: { versions } }: { readonly article: ArticleSeen }) {
  const say = useWords(WORDS)
  return (
    <section className="card" aria-label={say('versions')}>
      <h2>{say('versions')}</h2>
      <ol className="card-body notice-list">
        {versions.map(({ version, writtenBy, writtenAt, confirmedBy }) => (
          <li key={version}>
            <span>{say('version', { version, writtenBy, at: formatMoment(writtenAt) })}</span>
            <span className="small">
              {confirmedBy === null ? say('waiting') : say('confirmed', { by: confirmedBy })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Tickets({ article: { tickets } }: { readonly article: ArticleSeen }) {
  const say = useWords(WORDS)
  return (
    <section className="card" aria-label={say('tickets')}>
      <h2>{say('tickets')}</h2>
      <ul className="card-body notice-list">
        {tickets.length === 0 ? <li className="small">{say('noTickets')}</li> : null}
        {tickets.map(({ id, number, what, helped }) => (
          <li key={id}>
            <Link to="/tickets/$ticketId" params={{ ticketId: id }}>
              {number} {what}
            </Link>
            {helped === null ? null : (
              <Light kind={helped ? 'good' : 'none'} word={say(helped ? 'helped' : 'notHelped')} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
