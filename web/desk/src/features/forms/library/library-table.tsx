import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useLanguage, useList, useWords } from '#desk/words/use-words.ts'
import type { LibraryReply, LibraryRow } from './insert-entry.ts'

const WORDS = {
  caption: { zh: '指标库的条目', en: 'Entries of the library' },
  name: { zh: '指标', en: 'Indicator' },
  also: { zh: '也写作 {names}', en: 'Also written {names}' },
  place: { zh: '所在分支', en: 'Branch' },
  target: { zh: '常用目标', en: 'Usual target' },
  remark: { zh: '怎样计量', en: 'How it is measured' },
  services: { zh: '服务类别', en: 'Services' },
  uses: { zh: '用于（份表）', en: 'On forms' },
  act: { zh: '操作', en: 'Actions' },
  own: { zh: '本区新增', en: 'Added here' },
  gone: { zh: '已停用：{reason}', en: 'Retired: {reason}' },
  retire: { zh: '停用', en: 'Retire' },
  retireNamed: { zh: '停用“{name}”', en: 'Retire "{name}"' },
  restore: { zh: '恢复', en: 'Restore' },
  restoreNamed: { zh: '恢复“{name}”', en: 'Restore "{name}"' },
  why: { zh: '停用的原因（已用它的表不受影响）', en: 'Why? Forms that use it keep it.' },
  cancel: { zh: '不停用', en: 'Keep it' },
} as const

type LibraryTableProps = {
  readonly entries: readonly LibraryRow[]
  readonly services: LibraryReply['services']
  readonly mayKeep: boolean
}

export function LibraryTable({ entries, services, mayKeep }: LibraryTableProps) {
  const say = useWords(WORDS)
  const list = useList()
  const language = useLanguage()
  const nameOf = (key: string) => {
    const name = services.find((service) => service.key === key)?.name
    return name === undefined ? key : sayIn(name, language)
  }
  const act: Column<LibraryRow> = {
    key: 'act',
    title: say('act'),
    kind: 'actions',
    width: '90px',
    cell: (entry) => (entry.retired === null ? <Retire entry={entry} /> : <Restore entry={entry} />),
  }
  const columns: readonly Column<LibraryRow>[] = [
    { key: 'name', title: say('name'), width: '24%', cell: (entry) => <EntryName entry={entry} /> },
    { key: 'place', title: say('place'), cell: ({ level1, level2 }) => `${level1} · ${level2}` },
    { key: 'target', title: say('target'), cell: ({ targets }) => list(targets) },
    { key: 'remark', title: say('remark'), width: '24%', cell: ({ remark }) => remark },
    { key: 'services', title: say('services'), cell: (entry) => list(entry.services.map(nameOf)) },
    { key: 'uses', title: say('uses'), kind: 'number', width: '80px', cell: ({ uses }) => uses },
  ]
  return (
    <DataTable
      caption={say('caption')}
      columns={mayKeep ? [...columns, act] : columns}
      rows={entries}
      keyOf={({ id }) => id}
    />
  )
}

function EntryName({ entry: { level3, synonyms, origin, retired } }: { readonly entry: LibraryRow }) {
  const say = useWords(WORDS)
  const list = useList()
  return (
    <>
      <span className="cell-name">{level3}</span>
      {origin === 'own' ? <span className="small"> {say('own')}</span> : null}
      {synonyms.length === 0 ? null : <p className="small">{say('also', { names: list(synonyms) })}</p>}
      {retired === null ? null : <p className="small">{say('gone', { reason: retired.reason })}</p>}
    </>
  )
}

function Retire({ entry: { id, level3: name } }: { readonly entry: LibraryRow }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const [reason, setReason] = useState('')
  const retire = useMutation(
    queries.library.retireEntry.mutationOptions({
      onSuccess: refreshLibrary,
      onError: (problem) => message.error(problem.detail),
    }),
  )
  return (
    <Popconfirm
      icon={null}
      title={say('why')}
      description={
        <Input
          aria-label={say('why')}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      }
      okText={say('retire')}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onConfirm={() => retire.mutate({ id, reason })}
    >
      <Button size="small" loading={retire.isPending} aria-label={say('retireNamed', { name })}>
        {say('retire')}
      </Button>
    </Popconfirm>
  )
}

function Restore({ entry: { id, level3: name } }: { readonly entry: LibraryRow }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const restore = useMutation(
    queries.library.restoreEntry.mutationOptions({
      onSuccess: refreshLibrary,
      onError: (problem) => message.error(problem.detail),
    }),
  )
  return (
    <Button
      size="small"
      loading={restore.isPending}
      aria-label={say('restoreNamed', { name })}
      onClick={() => restore.mutate({ id })}
    >
      {say('restore')}
    </Button>
  )
}

async function refreshLibrary(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queries.library.key() })
}
