import { api } from '../api/client.ts'
import { beginDraft } from '../call/draft.ts'
import { useAsked } from '../kept/use-asked.ts'
import { useRounds } from '../rounds/use-rounds.ts'
import { useMay } from '../session/session.ts'
import { Link } from '../shell/link.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'
import { ArrivedList } from './arrived-list.tsx'
import { OutboxList } from './outbox-list.tsx'

const WORDS = {
  title: { zh: '实绩', en: 'Shiji' },
  log: { zh: '＋ 接报', en: '+ Log a call' },
  tasks: { zh: '{count} 件事等您办', en: '{count} waiting for you' },
  late: { zh: '其中 {count} 件已逾期', en: '{count} of them late' },
  none: { zh: '没有等您办的事', en: 'Nothing waits for you' },
  tickets: { zh: '{count} 张工单在您手上', en: '{count} tickets are yours' },
  duty: { zh: '值班：签到、交接', en: 'Duty: check in, hand over' },
  onDuty: { zh: '值班：{who} 在岗', en: 'On duty: {who}' },
  rounds: { zh: '巡检：今天还有 {count} 次没做完', en: 'Rounds: {count} to be finished today' },
  meters: { zh: '抄表和测速', en: 'Meters and speed tests' },
  noRounds: { zh: '今天没有要做的巡检', en: 'No round to be walked today' },
  noTickets: { zh: '您手上没有工单', en: 'No ticket is yours' },
} as const

export function HomeScreen() {
  const say = useWords(WORDS)
  const mayLog = useMay('desk.log')
  const mayWork = useMay('desk.work')
  const mayKeepDuty = useMay('upkeep.work')
  return (
    <Screen title={say('title')}>
      {mayLog ? (
        <Link to="/call" className="primary log-call" onTap={beginDraft}>
          {say('log')}
        </Link>
      ) : null}
      <OutboxList />
      {mayWork ? <MyTickets /> : null}
      {mayKeepDuty ? <MyDuty /> : null}
      {mayKeepDuty ? <MyRounds /> : null}
      {mayKeepDuty ? (
        <Link to="/meters" className="card row">
          {say('meters')}
        </Link>
      ) : null}
      <MyTasks />
      <ArrivedList />
    </Screen>
  )
}

function MyTasks() {
  const say = useWords(WORDS)
  const { data } = useAsked('counts', () => api.flow.countTasks({}))
  if (data === null) return null
  const { waiting, late } = data
  return (
    <Link to="/tasks" className="card row">
      {waiting === 0 ? say('none') : say('tasks', { count: waiting })}
      {late === 0 ? null : <span className="light light-bad">✕ {say('late', { count: late })}</span>}
    </Link>
  )
}

function MyDuty() {
  const say = useWords(WORDS)
  const { data } = useAsked('duty', () => api.upkeepDuty.readDuty({}))
  const there = (data?.now ?? []).flatMap(({ kind, turns }) =>
    kind === 'duty' ? turns.filter(({ inAt, outAt }) => inAt !== null && outAt === null) : [],
  )
  const who = there.map(({ person }) => person.name).join('、')
  return (
    <Link to="/duty" className="card row">
      {who === '' ? say('duty') : say('onDuty', { who })}
    </Link>
  )
}

function MyRounds() {
  const say = useWords(WORDS)
  const { rounds } = useRounds()
  const count = rounds.filter(({ phase }) => phase === 'open').length
  return (
    <Link to="/rounds" className="card row">
      {count === 0 ? say('noRounds') : say('rounds', { count })}
    </Link>
  )
}

function MyTickets() {
  const say = useWords(WORDS)
  const { data } = useAsked('tickets mine', () => api.desk.listTickets({ whose: 'mine' }))
  if (data === null) return null
  const count = data.tickets.length
  return (
    <Link to="/tickets" className="card row">
      {count === 0 ? say('noTickets') : say('tickets', { count })}
    </Link>
  )
}
