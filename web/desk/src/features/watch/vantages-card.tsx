import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ShownOnce } from './shown-once.tsx'

const WORDS = {
  title: { zh: '监测点', en: 'Vantage points' },
  about: {
    zh: '别处的机器替本服务器查看：几个监测点都说中断才算中断，没有消息的监测点算“未知”。',
    en: 'Machines elsewhere look for this server: it is out when enough of them say so, and one that is silent knows nothing.',
  },
  none: { zh: '还没有监测点，全部由本服务器查看', en: 'There is none; this server looks at everything itself' },
  add: { zh: '新增监测点', en: 'Add a vantage point' },
  name: { zh: '名称（所在地点）', en: 'Name (where it stands)' },
  renew: { zh: '换口令', en: 'New word' },
  sure: {
    zh: '旧口令立即失效：那台机器换上新口令以前不再查看。',
    en: 'The old word is worth nothing at once: that machine looks at nothing until it has the new one.',
  },
  yes: { zh: '更换', en: 'Change it' },
  no: { zh: '不换', en: 'Keep it' },
  stop: { zh: '停用', en: 'Switch off' },
  start: { zh: '启用', en: 'Switch on' },
  heard: { zh: '最近消息 {at}', en: 'last heard {at}' },
  never: { zh: '还没有消息', en: 'nothing heard yet' },
  probes: { zh: '{count} 个探测', en: '{count} probes' },
  clock: { zh: '时钟差 {ms} 毫秒', en: 'clock off by {ms} ms' },
  on: { zh: '启用', en: 'on' },
  off: { zh: '停用', en: 'off' },
  once: { zh: '口令只显示这一次', en: 'The word is shown this once' },
  word: {
    zh: '存进那台机器上只有运行者能读的文件 vantage.word：',
    en: 'Keep it there in a file vantage.word only its runner reads:',
  },
  command: { zh: '然后在那台机器上运行：', en: 'Then run on that machine:' },
  read: { zh: '已经记下', en: 'Written down' },
} as const

/** Less than this is the way of a message and no clock. */
const CLOCK_MS = 1_000

const RENEW_MS = 10_000

type Vantage = Awaited<ReturnType<typeof api.watchVantages.listVantages>>[number]

/** Places that look for this server, and a way to let another one. */
export function VantagesCard() {
  const say = useWords(WORDS)
  const mayManage = useMay('watch.manage')
  const vantages = useQuery(queries.watchVantages.listVantages.queryOptions({ refetchInterval: RENEW_MS }))
  const add = useMutation(queries.watchVantages.addVantage.mutationOptions({ onSuccess: refresh }))
  const renew = useMutation(queries.watchVantages.renewVantage.mutationOptions({ onSuccess: refresh }))
  const word = add.data?.word ?? renew.data?.word
  const onRead = () => {
    add.reset()
    renew.reset()
  }
  return (
    <section className="card watch-alarms" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className="card-body small">{say('about')}</p>
      {word === undefined ? null : (
        <ShownOnce title={say('once')} parts={partsOf(word, say)} read={say('read')} onRead={onRead} />
      )}
      <ProblemAlert problem={renew.error} />
      <Loaded query={vantages} rows={2}>
        {(seen) =>
          seen.length === 0 ? (
            <p className="card-body small">{say('none')}</p>
          ) : (
            <ul className="watch-list">
              {seen.map((vantage) => (
                <Line key={vantage.id} {...{ vantage, mayManage }} onRenew={() => renew.mutate({ id: vantage.id })} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayManage ? (
        <div className="card-body">
          <AskButton
            label={say('add')}
            questions={[{ name: 'name', label: say('name'), kind: 'text' }]}
            deed={add}
            inputOf={(given) => ({ name: given('name') })}
          />
        </div>
      ) : null}
    </section>
  )
}

function partsOf(word: string, say: (key: 'word' | 'command') => string) {
  const command = `npx shiji vantage --server ${window.location.origin} --token-file vantage.word`
  return [
    { about: say('word'), word },
    { about: say('command'), word: command },
  ]
}

function refresh(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: queries.watchVantages.key() })
}

type LineProps = { readonly vantage: Vantage; readonly mayManage: boolean; readonly onRenew: () => void }

function Line({ vantage, mayManage, onRenew }: LineProps) {
  const say = useWords(WORDS)
  const turn = useMutation(queries.watchVantages.switchVantage.mutationOptions({ onSuccess: refresh }))
  const { id, name, unit, isOn, heardAt, clockMs, probes } = vantage
  return (
    <li>
      <Light kind={isOn ? 'good' : 'none'} word={say(isOn ? 'on' : 'off')} />
      <strong>{name}</strong>
      <span className="small">{[unit, say('probes', { count: probes })].join(' · ')}</span>
      <span>{heardAt === null ? say('never') : say('heard', { at: formatMoment(heardAt) })}</span>
      {clockMs === null || Math.abs(clockMs) < CLOCK_MS ? null : (
        <Light kind="watch" word={say('clock', { ms: clockMs })} />
      )}
      {mayManage ? (
        <>
          <Button size="small" loading={turn.isPending} onClick={() => turn.mutate({ id, isOn: !isOn })}>
            {say(isOn ? 'stop' : 'start')}
          </Button>
          <Popconfirm title={say('sure')} okText={say('yes')} cancelText={say('no')} onConfirm={onRenew}>
            <Button size="small">{say('renew')}</Button>
          </Popconfirm>
        </>
      ) : null}
      <ProblemAlert problem={turn.error} />
    </li>
  )
}
