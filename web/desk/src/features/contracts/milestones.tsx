import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useMayWrite, useReach } from './contract-view.ts'

const WORDS = {
  title: { zh: '节点', en: 'Milestones' },
  none: { zh: '合同没有约定节点', en: 'The contract names no milestones' },
  name: { zh: '节点', en: 'Milestone' },
  due: { zh: '应完成', en: 'Due' },
  done: { zh: '完成', en: 'Reached' },
  state: { zh: '状态', en: 'State' },
  onTime: { zh: '按期完成', en: 'on time' },
  lateDone: { zh: '逾期完成', en: 'reached late' },
  overdue: { zh: '已逾期', en: 'overdue' },
  ahead: { zh: '未到期', en: 'not due yet' },
  actions: { zh: '办理', en: 'Actions' },
  reach: { zh: '登记完成', en: 'Record' },
  reachTitle: { zh: '登记完成：{name}', en: 'Reached: {name}' },
  doneOn: { zh: '完成日期', en: 'Reached on' },
  note: { zh: '说明', en: 'Note' },
} as const

type Milestone = OpenedContract['milestones'][number]

export function Milestones({ contract: { id, milestones } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  const reach = useReach()
  const columns: readonly Column<Milestone>[] = [
    {
      key: 'name',
      title: say('name'),
      cell: ({ name, note }) => (
        <span className="two-lines">
          <span className="cell-name">{name}</span>
          {note === '' ? null : <span className="small">{note}</span>}
        </span>
      ),
    },
    { key: 'due', title: say('due'), width: '120px', cell: ({ dueOn }) => dueOn },
    { key: 'done', title: say('done'), width: '120px', cell: ({ doneOn }) => doneOn ?? '—' },
    { key: 'state', title: say('state'), width: '140px', cell: (milestone) => <State {...milestone} /> },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '120px',
      cell: ({ id: milestoneId, name, doneOn }) =>
        mayWrite && doneOn === null ? (
          <AskButton
            label={say('reach')}
            title={say('reachTitle', { name })}
            questions={[
              { name: 'doneOn', label: say('doneOn'), kind: 'day', initial: today() },
              { name: 'note', label: say('note'), kind: 'words', optional: true },
            ]}
            deed={reach}
            inputOf={(answer) => {
              return { id, milestoneId, doneOn: answer('doneOn'), note: answer('note'), documentId: null }
            }}
          />
        ) : null,
    },
  ]
  return (
    <ContractSection title={say('title')} none={say('none')} isEmpty={milestones.length === 0}>
      <DataTable caption={say('title')} columns={columns} rows={milestones} keyOf={(row) => row.id} />
    </ContractSection>
  )
}

function State({ doneOn, isLate }: Milestone) {
  const say = useWords(WORDS)
  if (doneOn === null) {
    return <Light kind={isLate ? 'bad' : 'not-started'} word={say(isLate ? 'overdue' : 'ahead')} />
  }
  return <Light kind={isLate ? 'watch' : 'good'} word={say(isLate ? 'lateDone' : 'onTime')} />
}
