import { type DragEvent, useState } from 'react'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { StartChoices } from '../start/start-choices.tsx'
import { BroughtFileCard } from './brought-file-card.tsx'
import '../forms.css'
import './import.css'
import { useBroughtFiles } from './use-brought-files.ts'

const WORDS = {
  title: { zh: '目标申报', en: 'Declare' },
  about: { zh: '从一份现成的表开始', en: 'Start from a form you have' },
  drop: { zh: '把申报表或自评表拖到这里', en: 'Drop a declaration or self-evaluation here' },
  choose: { zh: '选择文件', en: 'Choose files' },
  kinds: {
    zh: 'Word、Excel、PDF、网页或文本，每个不超过 30 MB。一个文件里有几个项目，就会读成几份表。先核对，再保存；核对之前什么都不会写入。',
    en: 'Word, Excel, PDF, HTML or text, 30 MB each. Several projects in one file become several forms. You check first; nothing is saved before.',
  },
  files: { zh: '带来的文件', en: 'Files brought' },
} as const

const ACCEPTED = '.docx,.doc,.wps,.rtf,.odt,.xlsx,.xls,.et,.ods,.csv,.pdf,.html,.htm,.mht,.mhtml,.xml,.txt'

/** The door of a declaration: hand over a file, see which forms are in it. */
export function BringFilePage() {
  const say = useWords(WORDS)
  const { files, bring, again } = useBroughtFiles()
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault()
    setOver(isOver)
  }
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <StartChoices />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the field inside does the same */}
      <div
        className="drop"
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false)
          bring([...event.dataTransfer.files])
        }}
      >
        <p className="drop-title">{say('drop')}</p>
        <label className="button-link">
          {say('choose')}
          <input
            type="file"
            multiple
            accept={ACCEPTED}
            className="visually-hidden"
            onChange={({ target }) => {
              bring([...(target.files ?? [])])
              target.value = ''
            }}
          />
        </label>
        <p className="small">{say('kinds')}</p>
      </div>
      <section aria-label={say('files')} aria-live="polite" className="brought">
        {files.map((file) => (
          <BroughtFileCard key={file.key} file={file} onAgain={() => again(file.key)} />
        ))}
      </section>
    </>
  )
}
