import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '指标供外部监控读取', en: 'Figures for other monitors' },
  about: {
    zh: '开放后，本年各项指标的数值、目标和灯可从 /metrics 读到（Prometheus 格式）。那里不要求登录，能访问服务器的人都能看，请先限制网络。',
    en: 'Once open, value, target and light of this year’s promises can be read at /metrics (Prometheus). Nobody signs in there: limit the network first.',
  },
  on: { zh: '已开放', en: 'open' },
  off: { zh: '未开放', en: 'closed' },
  open: { zh: '开放读取', en: 'Open' },
  close: { zh: '停止开放', en: 'Close' },
} as const

/** Promises are told to machines outside only when somebody says so. */
export function FiguresOut() {
  const say = useWords(WORDS)
  const setting = useQuery(queries.watchFiguresOut.readFiguresOut.queryOptions())
  const keep = useMutation(
    queries.watchFiguresOut.keepFiguresOut.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.watchFiguresOut.key() }),
    }),
  )
  return (
    <section className="inbox-side" aria-label={say('title')}>
      <h2 className="inbox-heading">{say('title')}</h2>
      <p className="small">{say('about')}</p>
      <ProblemAlert problem={keep.error} />
      <Loaded query={setting} rows={1}>
        {({ isOpen }) => (
          <p>
            <Light kind={isOpen ? 'good' : 'none'} word={say(isOpen ? 'on' : 'off')} />{' '}
            <Button size="small" loading={keep.isPending} onClick={() => keep.mutate({ isOpen: !isOpen })}>
              {say(isOpen ? 'close' : 'open')}
            </Button>
          </p>
        )}
      </Loaded>
    </section>
  )
}
