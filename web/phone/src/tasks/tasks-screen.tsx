import { formatMoment } from '../../../desk/src/words/format-moment.ts'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Link } from '../shell/link.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '待办', en: 'Tasks' },
  none: { zh: '没有等您办的事。', en: 'Nothing waits for you.' },
  due: { zh: '{at} 前', en: 'by {at}' },
  late: { zh: '已逾期', en: 'late' },
  forWhom: { zh: '代{name}办理', en: 'for {name}' },
} as const

type Row = Awaited<ReturnType<typeof api.flow.listBox>>['rows'][number]

export function TasksScreen() {
  const say = useWords(WORDS)
  const asked = useAsked('tasks', () => api.flow.listBox({ box: 'waiting' }))
  return (
    <Screen title={say('title')}>
      <AskedBlock asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{say('none')}</p>
          ) : (
            <ul className="cards">
              {rows.map((row) => (
                <li key={`${row.caseId} ${row.task}`}>
                  <TaskCard row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </AskedBlock>
    </Screen>
  )
}

function TaskCard({ row }: { readonly row: Row }) {
  const say = useWords(WORDS)
  const { caseId, subject, unit, starter, node, dueAt, forWhom } = row
  const isLate = dueAt !== null && Date.parse(dueAt) < Date.now()
  return (
    <Link to={`/tasks/${caseId}`} className="card">
      <b>{subject}</b>
      <span className="quiet">
        {node} · {starter} · {unit}
      </span>
      {forWhom === null ? null : <span className="quiet">{say('forWhom', { name: forWhom })}</span>}
      {dueAt === null ? null : (
        <span className={isLate ? 'light light-bad' : 'light light-warn'}>
          {isLate ? `✕ ${say('late')}` : `! ${say('due', { at: formatMoment(dueAt) })}`}
        </span>
      )}
    </Link>
  )
}
