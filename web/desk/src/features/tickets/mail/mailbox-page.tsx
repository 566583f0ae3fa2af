import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { LinkLight } from '#desk/kit/link-light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { MailboxForm } from './mailbox-form.tsx'
import '../tickets.css'
import './mail.css'

const WORDS = {
  title: { zh: '服务台邮箱', en: 'Mailbox of the desk' },
  about: {
    zh: '来信立案，回信接着原工单；每分钟读一次',
    en: 'A mail becomes a ticket, an answer goes on with it; read every minute',
  },
  none: { zh: '还没有设定', en: 'not set' },
  since: { zh: '读 {at} 以后的来信', en: 'mails since {at}' },
  test: { zh: '试连', en: 'Try it' },
  reads: { zh: '收信', en: 'Reading' },
  sends: { zh: '发信', en: 'Sending' },
  works: { zh: '{side}：能登录', en: '{side}: signed in' },
  fails: { zh: '{side}：{problem}', en: '{side}: {problem}' },
  mails: { zh: '最近的来信', en: 'The last mails' },
  noMails: { zh: '还没有来信', en: 'No mail yet' },
  at: { zh: '收到', en: 'Received' },
  sender: { zh: '来自', en: 'From' },
  subject: { zh: '主题', en: 'Subject' },
  outcome: { zh: '怎么处理的', en: 'What became of it' },
  ticket: { zh: '立案', en: 'a ticket' },
  reply: { zh: '续信', en: 'goes on with a ticket' },
  automatic: { zh: '自动回复，不答', en: 'automatic, not answered' },
  bounce: { zh: '退信，不答', en: 'returned mail, not answered' },
  loop: { zh: '本系统发出的，不答', en: 'our own, not answered' },
  repeated: { zh: '重复，不再处理', en: 'came before' },
  'too-large': { zh: '超过 25 MB，留在邮箱里', en: 'over 25 MB, left in the mailbox' },
  'too-many': { zh: '一小时内太多，留在邮箱里', en: 'too many in an hour, left in the mailbox' },
  unreadable: { zh: '部件过多或已损坏，留在邮箱里', en: 'too many parts or broken, left in the mailbox' },
  'set-aside': {
    zh: '读了 3 次，系统都中断了，已搁置；原信仍在邮箱里，请到邮箱中查看，移出再移回收件箱会重读',
    en: 'the system ended at each of 3 readings, put aside; it still lies in the mailbox, look at it there; moved out and back into the inbox it is read again',
  },
} as const

type Seen = NonNullable<Awaited<ReturnType<typeof api.deskMail.readMailbox>>['mailbox']>
type Mail = Awaited<ReturnType<typeof api.deskMail.listMails>>[number]

export function MailboxPage() {
  const say = useWords(WORDS)
  const kept = useQuery(queries.deskMail.readMailbox.queryOptions())
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <Loaded query={kept}>
        {({ mailbox }) => (
          <div className="mailbox">
            <section className="card" aria-label={say('title')}>
              <div className="card-body">
                <div className="mailbox-trial">
                  {mailbox === null ? <Light kind="none" word={say('none')} /> : <Trial mailbox={mailbox} />}
                </div>
                <MailboxForm key={mailbox?.since ?? ''} mailbox={mailbox} />
              </div>
            </section>
            <Mails />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Trial({ mailbox }: { readonly mailbox: Seen }) {
  const say = useWords(WORDS)
  const tried = useMutation(
    queries.deskMail.tryMailbox.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.deskMail.readMailbox.key() }),
    }),
  )
  return (
    <>
      <LinkLight link={mailbox} />
      <span className="small">{say('since', { at: formatMoment(mailbox.since) })}</span>
      <Button loading={tried.isPending} onClick={() => tried.mutate(undefined)}>
        {say('test')}
      </Button>
      <ProblemAlert problem={tried.error} />
      {tried.data === undefined ? null : (
        <div role="status" className="mailbox-tried">
          <Tried side={say('reads')} problem={tried.data.reading} />
          <Tried side={say('sends')} problem={tried.data.sending} />
        </div>
      )}
    </>
  )
}

function Tried({ side, problem }: { readonly side: string; readonly problem: string }) {
  const say = useWords(WORDS)
  const worked = problem === ''
  const title = worked ? say('works', { side }) : say('fails', { side, problem })
  return <Alert showIcon type={worked ? 'success' : 'error'} title={title} />
}

function Mails() {
  const say = useWords(WORDS)
  const mails = useQuery(queries.deskMail.listMails.queryOptions())
  const columns: readonly Column<Mail>[] = [
    { key: 'at', title: say('at'), width: '150px', cell: ({ receivedAt }) => formatMoment(receivedAt) },
    { key: 'sender', title: say('sender'), width: '26%', cell: ({ sender }) => sender || '—' },
    {
      key: 'subject',
      title: say('subject'),
      cell: ({ subject }) => <span className="cell-name">{subject || '—'}</span>,
    },
    {
      key: 'outcome',
      title: say('outcome'),
      width: '28%',
      cell: ({ outcome, number }) => `${say(outcome)} ${number ?? ''}`,
    },
  ]
  return (
    <section className="lines-part">
      <h2>{say('mails')}</h2>
      <Loaded query={mails} rows={3}>
        {(rows) => (
          <DataTable
            caption={say('mails')}
            {...{ columns, rows }}
            keyOf={({ key }) => key}
            none={{ title: say('noMails') }}
          />
        )}
      </Loaded>
    </section>
  )
}
