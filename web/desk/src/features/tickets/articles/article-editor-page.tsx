import type { TicketId } from '@shiji/contract/desk'
import { type ArticleId, ArticleText, Audience } from '@shiji/contract/desk-articles'
import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { AUDIENCE_WORDS } from './article-words.tsx'
import './articles.css'

const WORDS = {
  ...AUDIENCE_WORDS,
  write: { zh: '写知识', en: 'Write an article' },
  change: { zh: '修改知识', en: 'Change an article' },
  about: { zh: '别人复核后才发布', en: 'Published once somebody else confirms it' },
  title: { zh: '标题', en: 'Title' },
  service: { zh: '服务', en: 'Service' },
  whom: { zh: '给谁看', en: 'For' },
  symptoms: { zh: '现象（来电人会怎么说）', en: 'How it shows (what callers say)' },
  remedy: { zh: '办法（一步一行）', en: 'What to do (a line a step)' },
  until: { zh: '有效至（到期后要再看一遍）', en: 'Valid until (looked at again then)' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存草稿', en: 'Save the draft' },
} as const

export function NewArticlePage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const from = useSearch({ from: '/desk/knowledge/new' })
  const input = {
    ticketId: (from.ticketId as TicketId | undefined) ?? null,
    problemId: (from.problemId as ProblemId | undefined) ?? null,
  }
  // What is begun is not begun anew while one writes.
  const draft = useQuery(
    queries.deskArticles.draftArticle.queryOptions({ input, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  )
  const write = useMutation(
    queries.deskArticles.writeArticle.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: queries.deskArticles.listArticles.key() })
        await navigate({ to: '/knowledge/$articleId', params: { articleId: id }, replace: true })
      },
    }),
  )
  return (
    <>
      <PageHead title={say('write')} about={say('about')} />
      <ProblemAlert problem={write.error} />
      <Loaded query={draft}>
        {(text) => (
          <ArticleForm
            text={text}
            saving={write.isPending}
            onSave={(written) => write.mutate({ ...written, ...input })}
          />
        )}
      </Loaded>
    </>
  )
}

export function ChangeArticlePage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { articleId } = useParams({ from: '/desk/knowledge/$articleId/edit' })
  const id = articleId as ArticleId
  const seen = useQuery(queries.deskArticles.openArticle.queryOptions({ input: { id } }))
  const change = useMutation(
    queries.deskArticles.changeArticle.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.deskArticles.key() })
        await navigate({ to: '/knowledge/$articleId', params: { articleId: id }, replace: true })
      },
    }),
  )
  return (
    <>
      <PageHead title={say('change')} about={say('about')} />
      <ProblemAlert problem={change.error} />
      <Loaded query={seen}>
        {(article) => {
          const text = article.draft ?? article
          const version = article.versions[0]?.version ?? 1
          return (
            <ArticleForm
              text={text}
              saving={change.isPending}
              onSave={(written) => change.mutate({ ...written, id, version })}
            />
          )
        }}
      </Loaded>
    </>
  )
}

type ArticleFormProps = {
  readonly text: ArticleText
  readonly saving: boolean
  readonly onSave: (text: ArticleText) => void
}

function ArticleForm({ text, saving, onSave }: ArticleFormProps) {
  const say = useWords(WORDS)
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const { title, service, audience, symptoms, remedy, validUntil } = text
  const required = [{ required: true, whitespace: true, message: say('needed') }]
  return (
    <Form<ArticleText>
      className="card article-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, service, audience, symptoms, remedy, validUntil }}
      onFinish={(fields) => onSave(ArticleText.parse(fields))}
    >
      <Form.Item name="title" label={say('title')} rules={required}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <div className="article-choices">
        <Form.Item name="service" label={say('service')} rules={required}>
          <Select options={(setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))} />
        </Form.Item>
        <Form.Item name="audience" label={say('whom')}>
          <Select options={Audience.options.map((value) => ({ value, label: say(value) }))} />
        </Form.Item>
        <Form.Item name="validUntil" label={say('until')} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="symptoms" label={say('symptoms')}>
        <Input.TextArea rows={3} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="remedy" label={say('remedy')} rules={required}>
        <Input.TextArea rows={10} maxLength={10_000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={saving}>
        {say('save')}
      </Button>
    </Form>
  )
}
