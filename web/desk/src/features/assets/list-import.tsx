import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ChooseList } from '#desk/kit/choose-list.tsx'
import { DropPlace } from '#desk/kit/drop-place.tsx'
import { handOut } from '#desk/kit/hand-out.ts'
import { Light } from '#desk/kit/light.tsx'
import { ListFaults } from '#desk/kit/list-faults.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  about: { zh: '先预览，再确认；确认之前什么都不会写入', en: 'You look first; nothing is saved before you confirm' },
  template: { zh: '下载模板', en: 'Template' },
  choose: { zh: '选择清单文件', en: 'Choose the list' },
  other: { zh: '换一个文件', en: 'Another file' },
  marked: { zh: '下载标注文件', en: 'Take the marked file' },
  take: { zh: '确认导入', en: 'Import' },
  counts: {
    zh: '{name}：新增 {made}，变更 {changed}，不变 {unchanged}',
    en: '{name}: {made} new, {changed} changed, {unchanged} unchanged',
  },
  fine: { zh: '没有错误，可以导入', en: 'No faults; it can be taken' },
  nothing: { zh: '没有错误，也没有变动', en: 'No faults, and nothing changes' },
  wrong: { zh: '{rows} 行有 {cells} 处错误，改正后再导入', en: '{cells} faults in {rows} rows; correct them first' },
  done: { zh: '已导入：新增 {made}，变更 {changed}', en: 'Imported: {made} new, {changed} changed' },
} as const

type Counts = { readonly made: number; readonly changed: number; readonly unchanged: number }
type Reading = Counts & {
  readonly wrongCells: number
  readonly wrongRows: number
  readonly problems: readonly { readonly sheet: string; readonly cell: string; readonly reason: string }[]
  readonly notes: readonly string[]
  readonly fingerprint: string
}

type ListImportProps = {
  readonly title: string
  readonly kinds: string
  readonly readTemplate: () => Promise<File>
  readonly readList: (list: { file: File }) => Promise<Reading>
  readonly markList: (list: { file: File }) => Promise<File>
  readonly takeList: (list: { file: File; fingerprint: string }) => Promise<Counts>
  /** Whatever shows what the list changes is asked again. */
  readonly onTaken: () => Promise<void>
  /** Where to look when it is in. */
  readonly see: ReactNode
}

/** A list comes in: chosen, looked at, taken whole. */
export function ListImport(props: ListImportProps) {
  const { title, kinds, readTemplate, readList, markList, takeList, onTaken, see } = props
  const say = useWords(WORDS)
  const reading = useMutation({ mutationFn: readList })
  const marking = useMutation({ mutationFn: markList, onSuccess: (file) => handOut(file) })
  const taking = useMutation({ mutationFn: takeList, onSuccess: onTaken })
  const template = useMutation({ mutationFn: readTemplate, onSuccess: (file) => handOut(file) })
  const choose = (file: File) => {
    marking.reset()
    taking.reset()
    reading.mutate({ file })
  }
  if (taking.isSuccess) {
    const { made, changed } = taking.data
    return (
      <>
        <PageHead title={title} />
        <div role="status">
          <StateBlock state={{ kind: 'empty', title: say('done', { made, changed }), action: see }} />
        </div>
      </>
    )
  }
  const next = reading.isSuccess ? (
    reading.data.wrongCells > 0 ? (
      <Button type="primary" loading={marking.isPending} onClick={() => marking.mutate(reading.variables)}>
        {say('marked')}
      </Button>
    ) : (
      <Button
        type="primary"
        loading={taking.isPending}
        disabled={reading.data.made + reading.data.changed === 0}
        onClick={() => taking.mutate({ file: reading.variables.file, fingerprint: reading.data.fingerprint })}
      >
        {say('take')}
      </Button>
    )
  ) : (
    <ChooseList primary label={say('choose')} onChoose={choose} />
  )
  const tools = (
    <>
      <Button loading={template.isPending} onClick={() => template.mutate()}>
        {say('template')}
      </Button>
      {reading.isSuccess ? <ChooseList label={say('other')} onChoose={choose} /> : null}
    </>
  )
  return (
    <>
      <PageHead title={title} about={say('about')} tools={tools} action={next} />
      <ProblemAlert problem={taking.error ?? marking.error ?? template.error ?? reading.error} />
      {reading.isPending ? <StateBlock state={{ kind: 'loading' }} /> : null}
      {reading.isSuccess ? <Preview name={reading.variables.file.name} reading={reading.data} /> : null}
      {reading.isIdle || reading.isError ? <DropPlace kinds={kinds} onChoose={choose} /> : null}
    </>
  )
}

function Preview({ name, reading }: { readonly name: string; readonly reading: Reading }) {
  const say = useWords(WORDS)
  const { made, changed, unchanged, wrongCells, wrongRows, problems, notes } = reading
  return (
    <div className="asset-sections" aria-live="polite">
      <section className="card card-body asset-name">
        <strong>{say('counts', { name, made, changed, unchanged })}</strong>
        <span>
          {wrongCells > 0 ? (
            <Light kind="bad" word={say('wrong', { rows: wrongRows, cells: wrongCells })} />
          ) : (
            <Light kind={made + changed > 0 ? 'good' : 'none'} word={say(made + changed > 0 ? 'fine' : 'nothing')} />
          )}
        </span>
        {notes.map((note) => (
          <span key={note} className="small">
            {note}
          </span>
        ))}
      </section>
      {wrongCells > 0 ? <ListFaults faults={problems} all={wrongCells} /> : null}
    </div>
  )
}
