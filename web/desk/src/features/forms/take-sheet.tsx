import { Button } from 'antd'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  pdf: { zh: '{sheet} PDF', en: '{sheet}, PDF' },
  docx: { zh: '{sheet} Word', en: '{sheet}, Word' },
  xlsx: { zh: '{sheet} Excel', en: '{sheet}, Excel' },
} as const

type TakeSheetProps = {
  readonly sheet: string
  readonly take: (as: keyof typeof WORDS) => Promise<File>
}

/** A printed sheet in each of the formats the office hands round. */
export function TakeSheet({ sheet, take }: TakeSheetProps) {
  const say = useWords(WORDS)
  const taking = useHandOut(take)
  return (['pdf', 'docx', 'xlsx'] as const).map((as) => (
    <Button
      key={as}
      size="small"
      loading={taking.isPending && taking.variables === as}
      onClick={() => taking.mutate(as)}
    >
      {say(as, { sheet })}
    </Button>
  ))
}
