import { compareDefinitions, type StepChange } from '@shiji/kernel/flow/compare-definitions'
import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { useLanguage, useList, useWords } from '#desk/words/use-words.ts'
import { useVersionName } from './version-name.ts'

const WORDS = {
  title: { zh: '与现行版本（{name}）相比', en: 'Compared with the current one ({name})' },
  same: { zh: '没有不同', en: 'nothing differs' },
  new: { zh: '多了环节“{name}”', en: 'One more step: "{name}"' },
  gone: { zh: '少了环节“{name}”', en: 'One step less: "{name}"' },
  changed: { zh: '“{name}”不同：{parts}', en: '"{name}" differs: {parts}' },
} as const

const PARTS = {
  kind: { zh: '种类', en: 'its kind' },
  name: { zh: '名称', en: 'its name' },
  next: { zh: '下一环节', en: 'the next step' },
  people: { zh: '由谁办', en: 'who signs' },
  fallback: { zh: '后备', en: 'the fallback' },
  mode: { zh: '几个人怎么签', en: 'how several sign' },
  returns: { zh: '退回到哪里', en: 'where it may return to' },
  mayReject: { zh: '能否驳回', en: 'whether it may reject' },
  selfApproval: { zh: '发起人自己办', en: 'the starter among the signers' },
  repeatedApprover: { zh: '前面同意过的人', en: 'somebody who agreed before' },
  deadline: { zh: '期限', en: 'the deadline' },
  branches: { zh: '分支', en: 'the branches' },
  otherwise: { zh: '其他情况', en: 'everything else' },
  join: { zh: '汇合处', en: 'where they meet' },
} as const

type VersionChangesProps = {
  readonly definition: FlowDefinition
  /** A draft keeps the number of the version it was begun from. */
  readonly isDraft: boolean
}

/** What a draft or another version would do otherwise than the version new cases take. */
export function VersionChanges({ definition, isDraft }: VersionChangesProps) {
  const say = useWords(WORDS)
  const nameOf = useVersionName()
  const flows = useQuery(queries.flowDefinitions.listFlows.queryOptions())
  const current = flows.data?.find(({ key }) => key === definition.key)?.versions.find(({ isCurrent }) => isCurrent)
  const input = { key: definition.key, version: current?.version }
  const isOther = current !== undefined && (isDraft || current.version !== definition.version)
  const opened = useQuery({ ...queries.flowDefinitions.openFlow.queryOptions({ input }), enabled: isOther })
  if (!isOther || opened.data === undefined) return null
  const changes = compareDefinitions(opened.data.definition, definition)
  return (
    <section className="card flow-problems">
      <h2>{say('title', { name: nameOf(current) })}</h2>
      {changes.length === 0 ? (
        <p>{say('same')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <Change key={`${change.kind} ${change.node.id}`} change={change} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Change({ change }: { readonly change: StepChange }) {
  const say = useWords(WORDS)
  const sayPart = useWords(PARTS)
  const language = useLanguage()
  const list = useList()
  const name = change.node.name[language]
  if (change.kind !== 'changed') return <li>{say(change.kind, { name })}</li>
  const parts = list(change.parts.map((part) => sayPart(part)))
  return (
    <li>
      <a href={`#step-${change.node.id}`}>{say('changed', { name, parts })}</a>
    </li>
  )
}
