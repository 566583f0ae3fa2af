import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { CloseProblem } from './close-problem.tsx'
import { LinkIncident } from './link-incident.tsx'
import type { ProblemSeen } from './problem-page.tsx'
import { StudyProblem } from './study-problem.tsx'

const WORDS = {
  study: { zh: '写原因和绕行办法', en: 'Cause and workaround' },
  link: { zh: '归入事件', en: 'Add an incident' },
  close: { zh: '关闭问题', en: 'Close the problem' },
} as const

type Act = 'study' | 'link' | 'close'

/** Until the cause is known that is the next thing to do; then it can be closed. */
export function ProblemActs({ problem }: { readonly problem: ProblemSeen }) {
  const say = useWords(WORDS)
  const [act, setAct] = useState<Act | null>(null)
  const acts: readonly Act[] = problem.state === 'open' ? ['link', 'study'] : ['link', 'study', 'close']
  const done = () => setAct(null)
  return (
    <>
      {acts.map((one) => (
        <Button key={one} type={one === acts.at(-1) ? 'primary' : 'default'} onClick={() => setAct(one)}>
          {say(one)}
        </Button>
      ))}
      <Modal
        open={act !== null}
        onCancel={done}
        title={act === null ? '' : say(act)}
        footer={null}
        width={480}
        destroyOnHidden
      >
        {act === 'study' ? <StudyProblem problem={problem} onDone={done} /> : null}
        {act === 'link' ? <LinkIncident problem={problem} onDone={done} /> : null}
        {act === 'close' ? <CloseProblem problem={problem} onDone={done} /> : null}
      </Modal>
    </>
  )
}
