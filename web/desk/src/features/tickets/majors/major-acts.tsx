import { Button, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AnnounceMajor } from './announce-major.tsx'
import { EndMajor, LeadMajor, NoteMajor } from './major-forms.tsx'
import type { MajorSeen } from './major-words.tsx'
import { ReviewMajor } from './review-major.tsx'

const WORDS = {
  announce: { zh: '发布进展', en: 'Announce' },
  lead: { zh: '指定负责人', en: 'Name who leads' },
  note: { zh: '记一笔', en: 'Note' },
  end: { zh: '宣布结束', en: 'Declare it over' },
  resume: { zh: '又发生了', en: 'It goes on' },
  review: { zh: '写复盘', en: 'Write the review' },
} as const

type Act = keyof typeof WORDS

const ACTS: Readonly<Record<MajorSeen['state'], readonly Act[]>> = {
  running: ['note', 'lead', 'end', 'announce'],
  over: ['note', 'resume', 'review'],
  reviewed: [],
}

export type MajorActProps = { readonly major: MajorSeen; readonly onDone: () => Promise<void> }

/** What can be done as it stands; the likeliest is the primary one. */
export function MajorActs({ major }: { readonly major: MajorSeen }) {
  const say = useWords(WORDS)
  const [act, setAct] = useState<Act | null>(null)
  const acts = ACTS[major.state]
  const onDone = async () => {
    setAct(null)
    await queryClient.invalidateQueries({ queryKey: queries.deskMajors.key() })
  }
  const props = { major, onDone }
  return (
    <>
      {acts.map((one) => (
        <Button key={one} type={one === acts.at(-1) ? 'primary' : 'default'} onClick={() => setAct(one)}>
          {say(one)}
        </Button>
      ))}
      <Modal
        open={act !== null}
        onCancel={() => setAct(null)}
        title={act === null ? '' : say(act)}
        footer={null}
        width={520}
        destroyOnHidden
      >
        {act === 'announce' ? <AnnounceMajor {...props} /> : null}
        {act === 'lead' ? <LeadMajor {...props} /> : null}
        {act === 'note' ? <NoteMajor {...props} /> : null}
        {act === 'end' ? <EndMajor {...props} isOver /> : null}
        {act === 'resume' ? <EndMajor {...props} isOver={false} /> : null}
        {act === 'review' ? <ReviewMajor {...props} /> : null}
      </Modal>
    </>
  )
}
