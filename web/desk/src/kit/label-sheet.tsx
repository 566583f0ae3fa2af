import { Button, QRCode } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import { PageHead } from './page-head.tsx'
import { StateBlock } from './state-block.tsx'
import './label-sheet.css'
import './on-paper.css'

const WORDS = {
  about: {
    zh: '{count} 张，A4 每页 8 张；打印时请选“实际大小”',
    en: '{count} labels, 8 on a page of A4; print them at actual size',
  },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '没有可打印的标签', en: 'There are no labels to print' },
} as const

/** On white, dark: as they hang on doors and devices, whatever the theme. */
const INK = '#000000'
const PAPER = '#ffffff'
const SIZE = 150

export function LabelSheetHead({ title, count }: { readonly title: string; readonly count: number }) {
  const say = useWords(WORDS)
  const print = (
    <Button type="primary" onClick={() => window.print()}>
      {say('print')}
    </Button>
  )
  return <PageHead title={title} about={say('about', { count })} action={count === 0 ? undefined : print} />
}

type SheetLabel = {
  readonly key: string
  /** Where the code leads. */
  readonly address: string
  /** What scanning does. */
  readonly scan: string
  readonly name: string
  readonly lines: readonly string[]
  /** The address in letters, for phones that scan nothing. */
  readonly letters?: string
}

type LabelSheetProps = { readonly labels: readonly SheetLabel[]; readonly noneAbout: string }

/** Labels as they are printed and cut. */
export function LabelSheet({ labels, noneAbout }: LabelSheetProps) {
  const say = useWords(WORDS)
  if (labels.length === 0) return <StateBlock state={{ kind: 'empty', title: say('none'), about: noneAbout }} />
  return (
    <ul className="label-sheet">
      {labels.map(({ key, address, scan, name, lines, letters }) => (
        <li key={key}>
          {/* Its letters stand beside it. */}
          <div aria-hidden>
            <QRCode
              type="svg"
              value={address}
              size={SIZE}
              color={INK}
              bgColor={PAPER}
              bordered={false}
              errorLevel="M"
            />
          </div>
          <p>
            <b>{scan}</b>
            <span className="label-name">{name}</span>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
            {letters === undefined ? null : <span className="label-address">{letters}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
