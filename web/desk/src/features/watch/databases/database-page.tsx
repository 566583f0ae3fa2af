import type { DatabaseId } from '@shiji/contract/watch-databases'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type CheckupLine, formatBytes, type OpenedDatabase, useDatabaseId } from './database-words.ts'
import { GradeCounts } from './grade-counts.tsx'
import '../watch.css'

const WORDS = {
  check: { zh: '现在体检', en: 'Check now' },
  settings: { zh: '设置', en: 'Settings' },
  checkups: { zh: '历次体检', en: 'Check-ups' },
  none: { zh: '还没有体检。体检只读数据库，约需几秒。', en: 'None yet. A check-up only reads and takes seconds.' },
  at: { zh: '时间', en: 'When' },
  found: { zh: '发现', en: 'Found' },
  version: { zh: '版本', en: 'Release' },
  space: { zh: '空间', en: 'Space' },
  by: { zh: '体检人', en: 'By' },
  records: { zh: '备份与恢复演练', en: 'Backups and restore drills' },
  noRecord: { zh: '还没有记录', en: 'None on record' },
  record: { zh: '登记', en: 'Record' },
  recordTitle: { zh: '登记备份或恢复演练', en: 'Record a backup or a restore drill' },
  kind: { zh: '类别', en: 'Kind' },
  backup: { zh: '备份成功', en: 'backup that succeeded' },
  drill: { zh: '恢复演练', en: 'restore drill' },
  day: { zh: '日期', en: 'Day' },
  note: { zh: '说明（方式、用时、核对结果）', en: 'Remarks (how, how long, what was compared)' },
} as const

export function DatabasePage() {
  const id = useDatabaseId()
  const database = useQuery(queries.watchDatabases.openDatabase.queryOptions({ input: { id } }))
  return <Loaded query={database}>{(seen) => <Opened id={id} database={seen} />}</Loaded>
}

type Shown = { readonly id: DatabaseId; readonly database: OpenedDatabase }

function Opened({ id, database }: Shown) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const check = useMutation(queries.watchDatabases.checkDatabase.mutationOptions({ onSuccess: renew }))
  const run = () =>
    check.mutate(
      { id },
      {
        onSuccess: ({ id: checkupId }) =>
          void navigate({ to: '/databases/checkups/$checkupId', params: { checkupId } }),
      },
    )
  const { name, line, mayManage, checkups } = database
  const acts = mayManage ? (
    <span className="watch-acts">
      <Button onClick={() => void navigate({ to: '/databases/$databaseId/settings', params: { databaseId: id } })}>
        {say('settings')}
      </Button>
      <Button type="primary" loading={check.isPending} onClick={run}>
        {say('check')}
      </Button>
    </span>
  ) : undefined
  return (
    <>
      <PageHead title={name} about={[line.service, line.unit, line.address].join(' · ')} action={acts} />
      <ProblemAlert problem={check.error} />
      <div className="watch-page">
        {checkups.length === 0 ? (
          <section className="card" aria-label={say('checkups')}>
            <h2>{say('checkups')}</h2>
            <p className="card-body small">{say('none')}</p>
          </section>
        ) : (
          <Checkups checkups={checkups} />
        )}
        <Records {...{ id, database }} />
      </div>
    </>
  )
}

function renew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: queries.watchDatabases.key() })
}

function Checkups({ checkups }: { readonly checkups: readonly CheckupLine[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<CheckupLine>[] = [
    {
      key: 'at',
      title: say('at'),
      cell: ({ id, at }) => (
        <Link className="cell-name" to="/databases/checkups/$checkupId" params={{ checkupId: id }}>
          {formatMoment(at)}
        </Link>
      ),
    },
    { key: 'found', title: say('found'), width: '36%', cell: ({ counts }) => <GradeCounts counts={counts} /> },
    { key: 'version', title: say('version'), width: '18%', cell: ({ version }) => version },
    {
      key: 'space',
      title: say('space'),
      kind: 'number',
      width: '12%',
      cell: ({ sizeBytes }) => (sizeBytes === null ? '' : formatBytes(sizeBytes)),
    },
    { key: 'by', title: say('by'), width: '12%', cell: ({ by }) => by },
  ]
  return <DataTable caption={say('checkups')} columns={columns} rows={checkups} keyOf={({ id }) => id} />
}

function Records({ id, database: { records, mayManage } }: Shown) {
  const say = useWords(WORDS)
  return (
    <section className="card" aria-label={say('records')}>
      <h2>{say('records')}</h2>
      {records.length === 0 ? (
        <p className="card-body small">{say('noRecord')}</p>
      ) : (
        <ul className="watch-list">
          {records.map(({ kind, day, note, by }) => (
            <li key={`${kind} ${day} ${note}`}>
              <strong>{day}</strong>
              <span>{say(kind)}</span>
              <span>{note}</span>
              <span className="small">{by}</span>
            </li>
          ))}
        </ul>
      )}
      {mayManage ? (
        <div className="card-body">
          <RecordButton id={id} />
        </div>
      ) : null}
    </section>
  )
}

function RecordButton({ id }: { readonly id: DatabaseId }) {
  const say = useWords(WORDS)
  const record = useMutation(queries.watchDatabases.recordBackup.mutationOptions({ onSuccess: renew }))
  const choices = (['backup', 'drill'] as const).map((value) => ({ value, label: say(value) }))
  return (
    <AskButton
      label={say('record')}
      title={say('recordTitle')}
      questions={[
        { name: 'kind', label: say('kind'), kind: 'choice', choices, initial: 'backup' },
        { name: 'day', label: say('day'), kind: 'day' },
        { name: 'note', label: say('note'), kind: 'words', optional: true },
      ]}
      deed={record}
      inputOf={(given) => ({
        ...{ id, day: given('day'), note: given('note') },
        kind: given('kind') === 'drill' ? ('drill' as const) : ('backup' as const),
      })}
    />
  )
}
