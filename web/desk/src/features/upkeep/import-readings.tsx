import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ChooseList } from '#desk/kit/choose-list.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListFaults } from '#desk/kit/list-faults.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '导入读数', en: 'Import readings' },
  about: {
    zh: '.xlsx 或 .csv，列标题：表计或线路、时间、读数、总数（统计数才填）。时间写成 2025-03-05 或 2025-03-05 09:30。先看，再确认。',
    en: '.xlsx or .csv with the headings Meter or line, Time, Reading, Of all (for counts only). Times as 2025-03-05 or 2025-03-05 09:30. You look first, then confirm.',
  },
  choose: { zh: '选择清单文件', en: 'Choose the list' },
  counts: { zh: '新增 {made}，已有 {unchanged}', en: '{made} new, {unchanged} there already' },
  wrong: { zh: '{count} 处错误，改正后再导入', en: '{count} faults; correct them first' },
  take: { zh: '确认导入', en: 'Import' },
} as const

/** A list of readings comes in: chosen, looked at, taken whole. */
export function ImportReadings({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={560} destroyOnHidden>
      <Import onDone={onClose} />
    </Modal>
  )
}

function Import({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const reading = useMutation(queries.upkeepMeters.readReadingList.mutationOptions())
  const taking = useMutation(
    queries.upkeepMeters.takeReadingList.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.upkeepMeters.key() })
      },
    }),
  )
  const { data } = reading
  return (
    <div className="upkeep-lists">
      <p className="small">{say('about')}</p>
      <ProblemAlert problem={taking.error ?? reading.error} />
      <ChooseList label={say('choose')} onChoose={(file) => reading.mutate({ file })} />
      {data === undefined ? null : (
        <>
          <Light
            kind={data.wrongCells > 0 ? 'bad' : 'good'}
            word={
              data.wrongCells > 0
                ? say('wrong', { count: data.wrongCells })
                : say('counts', { made: data.made, unchanged: data.unchanged })
            }
          />
          {data.wrongCells > 0 ? <ListFaults faults={data.problems} all={data.wrongCells} /> : null}
        </>
      )}
      {reading.isSuccess && reading.data.wrongCells === 0 ? (
        <Button
          type="primary"
          loading={taking.isPending}
          disabled={reading.data.made === 0}
          onClick={() => taking.mutate({ ...reading.variables, fingerprint: reading.data.fingerprint })}
        >
          {say('take')}
        </Button>
      ) : null}
    </div>
  )
}
