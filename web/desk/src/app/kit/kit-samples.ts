import { DocumentId } from '@shiji/contract/documents'
import { REFUSALS } from '@shiji/contract/refusals'
import { say } from '@shiji/kernel/wording'
import { queries } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'

export const PROBLEM = new ProblemError({
  code: 'overloaded',
  detail: say(REFUSALS.overloaded, 'zh', { seconds: 5 }),
  parameters: {},
  requestId: '0198-4c1e',
})

/** Two files that are looked at without a server. */
export const TEXT_FILE = DocumentId.parse('00000000-0000-7000-8000-000000000001')
export const UNREADABLE_FILE = DocumentId.parse('00000000-0000-7000-8000-000000000002')

export function keepSampleFiles(): void {
  const keep = (id: DocumentId, seen: Parameters<typeof queryClient.setQueryData>[1]) =>
    queryClient.setQueryData(queries.documents.previewDocument.queryKey({ input: { id } }), seen as never)
  keep(TEXT_FILE, {
    kind: 'text',
    name: '运维申报.docx',
    blocks: [
      { kind: 'text', text: '财政项目支出绩效目标申报表' },
      {
        kind: 'table',
        rows: [
          ['三级指标', '指标值'],
          ['巡检次数', '≥12次'],
        ],
      },
    ],
    isCut: true,
  })
  keep(UNREADABLE_FILE, { kind: 'none', name: '说明.ofd', sentence: '这种文件不能在这里预览，请下载后查看。' })
}
