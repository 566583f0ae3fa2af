import { type DragEvent, useState } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import './list-import.css'

const WORDS = { drop: { zh: '把名单拖到这里', en: 'Drop the list here' } } as const

type DropPlaceProps = {
  /** Which files are taken, and how their rows are known again. */
  readonly kinds: string
  readonly onChoose: (file: File) => void
}

export function DropPlace({ kinds, onChoose }: DropPlaceProps) {
  const say = useWords(WORDS)
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault()
    setOver(isOver)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the button above does the same
    <div
      className="list-drop"
      data-over={over}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        const [file] = event.dataTransfer.files
        if (file !== undefined) onChoose(file)
      }}
    >
      <p className="state-title">{say('drop')}</p>
      <p className="small">{kinds}</p>
    </div>
  )
}
