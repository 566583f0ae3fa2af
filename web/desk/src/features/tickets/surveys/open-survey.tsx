import { Modal } from 'antd'
import { useState } from 'react'
import type { api } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import { SurveyFields } from './survey-fields.tsx'
import { SurveyLinks } from './survey-links.tsx'

const WORDS = {
  title: { zh: '开展满意度调查', en: 'Open a survey' },
  links: { zh: '作答链接', en: 'Links for those drawn' },
} as const

export type Opened = Awaited<ReturnType<typeof api.deskSurveys.openSurvey>>

type OpenSurveyProps = { readonly open: boolean; readonly onClose: () => void }

/** What is asked of whom; then the links, which are shown this one time. */
export function OpenSurvey({ open, onClose }: OpenSurveyProps) {
  const say = useWords(WORDS)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => {
    setOpened(null)
    onClose()
  }
  return (
    <Modal
      open={open}
      onCancel={close}
      title={say(opened === null ? 'title' : 'links')}
      footer={null}
      width={560}
      // A click beside it must not lose the links.
      mask={{ closable: opened === null }}
      destroyOnHidden
    >
      {opened === null ? <SurveyFields onOpened={setOpened} /> : <SurveyLinks links={opened.links} onDone={close} />}
    </Modal>
  )
}
