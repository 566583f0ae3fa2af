import { Button } from 'antd'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = { take: { zh: '导出 Excel', en: 'Take as Excel' } } as const

type TakeWorkbookProps = {
  readonly take: () => Promise<File>
  /** What is taken, where it is not the list beside it. */
  readonly label?: string
}

/** A list as the workbook the office hands round. */
export function TakeWorkbook({ take, label }: TakeWorkbookProps) {
  const say = useWords(WORDS)
  const taking = useHandOut(take)
  return (
    <Button loading={taking.isPending} onClick={() => taking.mutate()}>
      {label ?? say('take')}
    </Button>
  )
}
