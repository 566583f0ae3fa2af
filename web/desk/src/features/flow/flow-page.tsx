import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { LeaveGuard } from '#desk/kit/leave-guard.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { usePart } from '#desk/kit/use-part.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { BpmnTools } from './bpmn-tools.tsx'
import { FlowDrawing } from './flow-drawing.tsx'
import './flow-editor.css'
import { ProblemList } from './problem-list.tsx'
import { StepList } from './step-list.tsx'
import { useFlowDraft } from './use-flow-draft.ts'
import { VersionChanges } from './version-changes.tsx'

const WORDS = {
  draft: { zh: '草稿：改好后保存，检查无误再发布', en: 'A draft: save it, then publish it when nothing is found' },
  version: {
    zh: '已发布的版本；改动会成为草稿，不影响在途的件',
    en: 'Published; a change becomes a draft and touches no running case',
  },
  looked: { zh: '只看的版本，不能改', en: 'A version to look at' },
  back: { zh: '回到草稿或现行版本', en: 'Back to the draft or the current version' },
  save: { zh: '保存草稿', en: 'Save the draft' },
  publish: { zh: '发布', en: 'Publish' },
  drop: { zh: '放弃草稿', en: 'Drop the draft' },
  dropAsk: { zh: '草稿里画的都会丢掉，已发布的版本不变。', en: 'What was drawn is gone; published versions stay.' },
} as const

/** A part of its own, so that nobody waits for it who does not draw. */
const bringEditor = () => import('./drawn-editor.tsx').then(({ DrawnEditor }) => DrawnEditor)

export type OpenedFlow = Awaited<ReturnType<typeof api.flowDefinitions.openFlow>>

/** A flow as a list of steps in plain words, what keeps it from being published, and its drawing. */
export function FlowPage() {
  const { key } = useParams({ from: '/desk/flows/$key' })
  const { version } = useSearch({ from: '/desk/flows/$key' })
  const opened = useQuery(queries.flowDefinitions.openFlow.queryOptions({ input: { key, version } }))
  return (
    <Loaded query={opened}>
      {(flow) => <Editor key={`${key} ${version} ${flow.revision}`} flow={flow} isLooked={version !== undefined} />}
    </Loaded>
  )
}

function Editor({ flow, isLooked }: { readonly flow: OpenedFlow; readonly isLooked: boolean }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [definition, setDefinition] = useState<FlowDefinition>(flow.definition)
  const { save, publish, drop } = useFlowDraft(flow)
  const DrawnEditor = usePart(bringEditor, !isLooked)
  const isChanged = definition !== flow.definition
  const about = say(isLooked ? 'looked' : flow.isDraft ? 'draft' : 'version')
  const { key } = definition
  return (
    <>
      <PageHead
        title={definition.name[language]}
        about={about}
        tools={
          <>
            {isLooked ? (
              <Link to="/flows/$key" params={{ key }}>
                {say('back')}
              </Link>
            ) : null}
            {flow.isDraft ? (
              <Popconfirm title={say('dropAsk')} onConfirm={() => drop.mutate({ key })}>
                <Button loading={drop.isPending}>{say('drop')}</Button>
              </Popconfirm>
            ) : null}
            <BpmnTools flow={flow} isLooked={isLooked || isChanged} />
            {isLooked ? null : (
              <Button
                disabled={!isChanged}
                loading={save.isPending}
                onClick={() => save.mutate({ key, revision: flow.revision, definition })}
              >
                {say('save')}
              </Button>
            )}
          </>
        }
        action={
          isLooked ? undefined : (
            <Button
              type="primary"
              disabled={isChanged || !flow.isDraft || flow.problems.length > 0}
              loading={publish.isPending}
              onClick={() => publish.mutate({ key, revision: flow.revision })}
            >
              {say('publish')}
            </Button>
          )
        }
      />
      <LeaveGuard isChanged={isChanged} />
      <ProblemAlert problem={save.error ?? publish.error ?? drop.error} />
      <ProblemList problems={flow.problems} isCurrent={!isChanged} />
      <VersionChanges definition={definition} isDraft={flow.isDraft || isChanged} />
      <div className="flow-editor">
        <StepList definition={definition} people={flow.people} isOpen={!isLooked} onChange={setDefinition} />
        {isLooked || DrawnEditor === null ? (
          <FlowDrawing definition={definition} />
        ) : (
          <DrawnEditor definition={definition} problems={flow.problems} onChange={setDefinition} />
        )}
      </div>
    </>
  )
}
