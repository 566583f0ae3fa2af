import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { handOut } from '#desk/kit/hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedFlow } from './flow-page.tsx'

const WORDS = {
  export: { zh: '导出 BPMN', en: 'Export BPMN' },
  import: { zh: '导入 BPMN', en: 'Import BPMN' },
  file: { zh: 'BPMN 文件', en: 'BPMN file' },
  brought: { zh: '已作为草稿导入，请看检查结果', en: 'Taken as the draft; see what is found' },
} as const

type BpmnToolsProps = {
  readonly flow: OpenedFlow
  /** Nothing may be brought: an earlier version, or changes that are not saved. */
  readonly isLooked: boolean
}

/** Out to any tool that knows BPMN 2.0, and back as the draft. */
export function BpmnTools({ flow: { definition, revision, isDraft }, isLooked }: BpmnToolsProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const file = useRef<HTMLInputElement>(null)
  const { key, version } = definition
  const write = useMutation({
    mutationFn: () => api.flowDefinitions.exportFlow(isDraft ? { key } : { key, version }),
    onSuccess: ({ xml }) => handOut(new Blob([xml], { type: 'application/xml' }), `${key}.bpmn`),
    onError: (problem) => message.error(problem.detail),
  })
  const bring = useMutation(
    queries.flowDefinitions.importFlow.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.flowDefinitions.key() })
        message.success(say('brought'))
      },
      onError: (problem) => message.error(problem.detail),
    }),
  )
  const read = async (chosen: File | undefined) => {
    if (chosen !== undefined) bring.mutate({ key, revision, xml: await chosen.text() })
  }
  return (
    <>
      <Button loading={write.isPending} onClick={() => write.mutate()}>
        {say('export')}
      </Button>
      <Button disabled={isLooked} loading={bring.isPending} onClick={() => file.current?.click()}>
        {say('import')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".bpmn,.xml"
        aria-label={say('file')}
        onChange={({ target }) => {
          void read(target.files?.[0])
          target.value = ''
        }}
      />
    </>
  )
}
