import type { SourceId } from '@shiji/contract/watch-signals'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ShownOnce } from './shown-once.tsx'
import { AddSource } from './source-editor.tsx'
import { SOURCE_KINDS } from './source-kinds.ts'

const WORDS = {
  title: { zh: '外部告警来源', en: 'Alarms of other monitors' },
  about: {
    zh: '已有的监控把告警发到这里，重复的只记一次，转为服务台事件；计划停机窗口内不转。',
    en: 'Monitors you have send their alarms here. What is told again is counted once; it becomes an incident, except inside planned windows.',
  },
  none: { zh: '还没有来源', en: 'There is none yet' },
  stop: { zh: '停用', en: 'Switch off' },
  start: { zh: '启用', en: 'Switch on' },
  last: { zh: '最近收到 {at}', en: 'last heard {at}' },
  never: { zh: '还没有收到', en: 'nothing heard yet' },
  open: { zh: '未恢复 {count}', en: '{count} not over' },
  on: { zh: '启用', en: 'on' },
  off: { zh: '停用', en: 'off' },
  once: { zh: '地址只显示这一次', en: 'The address is shown this once' },
  onceAbout: {
    zh: '请把它填进发送方的 Webhook 地址。知道它的人都能发告警，请妥善保管：',
    en: 'Enter it as the webhook of the sender. Whoever knows it may send alarms; keep it well:',
  },
  secret: { zh: '签名密钥也只显示这一次：', en: 'The secret it signs with is shown this once too:' },
  signed: { zh: '签名', en: 'signed' },
  version3: { zh: 'v3 {user}', en: 'v3 {user}' },
  read: { zh: '已经记下', en: 'Written down' },
} as const

const RENEW_MS = 20_000

type Source = Awaited<ReturnType<typeof api.watchSignals.listSources>>[number]

/** What sends its alarms here, and a way in for another monitor. */
export function SourcesCard() {
  const say = useWords(WORDS)
  const mayManage = useMay('watch.manage')
  const sources = useQuery(queries.watchSignals.listSources.queryOptions({ refetchInterval: RENEW_MS }))
  const add = useMutation(queries.watchSignals.addSource.mutationOptions({ onSuccess: renew }))
  return (
    <section className="card watch-alarms" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className="card-body small">{say('about')}</p>
      {typeof add.data?.path === 'string' ? (
        <ShownOnce
          title={say('once')}
          parts={[
            { about: say('onceAbout'), word: `${window.location.origin}${add.data.path}` },
            ...(add.data.secret === null ? [] : [{ about: say('secret'), word: add.data.secret }]),
          ]}
          read={say('read')}
          onRead={() => add.reset()}
        />
      ) : null}
      <Loaded query={sources} rows={2}>
        {(seen) =>
          seen.length === 0 ? (
            <p className="card-body small">{say('none')}</p>
          ) : (
            <ul className="watch-list">
              {seen.map((source) => (
                <Line key={source.id} {...{ source, mayManage }} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayManage ? (
        <div className="card-body">
          <AddSource deed={add} />
        </div>
      ) : null}
    </section>
  )
}

function renew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: queries.watchSignals.key() })
}

function Line({ source, mayManage }: { readonly source: Source; readonly mayManage: boolean }) {
  const say = useWords(WORDS)
  const sayKind = useWords(SOURCE_KINDS)
  const turn = useMutation(queries.watchSignals.switchSource.mutationOptions({ onSuccess: renew }))
  const { id, name, kind, unit, senders, signing, security, isOn, lastAt, open } = source
  const signed = [
    ...(signing === 'none' ? [] : [say('signed')]),
    ...(security === null ? [] : [say('version3', { user: security.user })]),
  ]
  return (
    <li>
      <Light kind={isOn ? 'good' : 'none'} word={say(isOn ? 'on' : 'off')} />
      <strong>{name}</strong>
      <span className="small">{[sayKind(kind), unit, ...signed, ...senders].join(' · ')}</span>
      <span>{lastAt === null ? say('never') : say('last', { at: formatMoment(lastAt) })}</span>
      {open === 0 ? null : <Light kind="bad" word={say('open', { count: open })} />}
      {mayManage ? (
        <Button size="small" loading={turn.isPending} onClick={() => turn.mutate({ id: id as SourceId, isOn: !isOn })}>
          {say(isOn ? 'stop' : 'start')}
        </Button>
      ) : null}
      <ProblemAlert problem={turn.error} />
    </li>
  )
}
