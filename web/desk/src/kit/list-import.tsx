import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { ChooseList } from './choose-list.tsx'
import { DropPlace } from './drop-place.tsx'
import { handOut } from './hand-out.ts'
import type { LookedAt } from './list-verdict.tsx'
import { PageHead } from './page-head.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { StateBlock } from './state-block.tsx'

const WORDS = {
  about: { zh: '先预览，再确认；确认之前什么都不会写入', en: 'You look first; nothing is saved before you confirm' },
  template: { zh: '下载模板', en: 'Template' },
  choose: { zh: '选择清单文件', en: 'Choose the list' },
  other: { zh: '换一个文件', en: 'Another file' },
  marked: { zh: '下载标注文件', en: 'Take the marked file' },
  take: { zh: '确认导入', en: 'Import' },
} as const

export type ListImportProps<Reading extends LookedAt, Taken> = {
  readonly title: string
  /** Which files are taken, and how their rows are known again. */
  readonly kinds: string
  readonly readTemplate: () => Promise<File>
  readonly readList: (list: { file: File }) => Promise<Reading>
  readonly markList: (list: { file: File }) => Promise<File>
  readonly takeList: (list: { file: File; fingerprint: string }) => Promise<Taken>
  /** Whatever shows what the list changes is asked again. */
  readonly onTaken: () => Promise<unknown>
  /** Whether taking a list without faults would do anything. */
  readonly doesAnything: (reading: Reading) => boolean
  readonly preview: (name: string, reading: Reading) => ReactNode
  readonly done: (taken: Taken) => ReactNode
}

/** A list of the office comes in: chosen, looked at, marked where it is wrong, taken whole. */
export function ListImport<Reading extends LookedAt, Taken>(props: ListImportProps<Reading, Taken>) {
  const { title, kinds, readTemplate, readList, markList, takeList, onTaken, doesAnything, preview, done } = props
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
  if (taking.isSuccess) return done(taking.data)
  const next = reading.isSuccess ? (
    reading.data.wrongCells > 0 ? (
      <Button type="primary" loading={marking.isPending} onClick={() => marking.mutate(reading.variables)}>
        {say('marked')}
      </Button>
    ) : (
      <Button
        type="primary"
        loading={taking.isPending}
        disabled={!doesAnything(reading.data)}
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
      {reading.isSuccess ? preview(reading.variables.file.name, reading.data) : null}
      {reading.isIdle || reading.isError ? <DropPlace kinds={kinds} onChoose={choose} /> : null}
    </>
  )
}
