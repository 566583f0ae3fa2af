import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useList, useWords } from '#desk/words/use-words.ts'
import { ChangeForm } from './change-form.tsx'
import { type ChangeSeen, showChanged } from './change-view.ts'
import { ReportChange } from './report-change.tsx'

const WORDS = {
  announce: { zh: '告知受影响单位', en: 'Tell those it touches' },
  announceAbout: {
    zh: '将通知 {places} 的全部人员；告知后此窗口计入计划停机。',
    en: 'Everybody at {places} is told; from then on the window is planned downtime.',
  },
  text: { zh: '对他们说什么', en: 'What they are told' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  report: { zh: '登记结果', en: 'Report the result' },
  mend: { zh: '修改', en: 'Correct' },
  save: { zh: '保存', en: 'Save' },
} as const

type Asked = 'announce' | 'report' | 'mend' | null

/** What the reader may do with a change: correct it, announce its window, say what came of it. */
export function ChangeActs({ change }: { readonly change: ChangeSeen }) {
  const say = useWords(WORDS)
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const mend = useMutation(
    queries.deskChanges.mendChange.mutationOptions({ onSuccess: (now) => showChanged(now).then(close) }),
  )
  const { mayMend, mayAnnounce, mayReport } = change
  return (
    <span className="ticket-acts">
      {mayReport ? (
        <Button type={mayAnnounce ? 'default' : 'primary'} onClick={() => setAsked('report')}>
          {say('report')}
        </Button>
      ) : null}
      {mayAnnounce ? (
        <Button type="primary" onClick={() => setAsked('announce')}>
          {say('announce')}
        </Button>
      ) : null}
      {mayMend ? (
        <Button type="primary" onClick={() => setAsked('mend')}>
          {say('mend')}
        </Button>
      ) : null}
      <Announce change={change} open={asked === 'announce'} onClose={close} />
      <ReportChange change={change} open={asked === 'report'} onClose={close} />
      <ChangeForm
        title={say('mend')}
        send={say('save')}
        open={asked === 'mend'}
        onClose={close}
        was={change}
        problem={mend.error}
        isPending={mend.isPending}
        onSend={(plan) => mend.mutate({ ...plan, id: change.id })}
      />
    </span>
  )
}

type Dialog = { readonly change: ChangeSeen; readonly open: boolean; readonly onClose: () => void }

function Announce({ change: { id, places }, open, onClose }: Dialog) {
  const list = useList()
  const say = useWords(WORDS)
  const announce = useMutation(
    queries.deskChanges.announceChange.mutationOptions({ onSuccess: (now) => showChanged(now).then(onClose) }),
  )
  return (
    <Modal open={open} onCancel={onClose} title={say('announce')} footer={null} width={480} destroyOnHidden>
      <p>{say('announceAbout', { places: list(places.map(({ name }) => name)) })}</p>
      <Form<{ readonly text: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ text }) => announce.mutate({ id, text })}
      >
        <ProblemAlert problem={announce.error} />
        <Form.Item name="text" label={say('text')} rules={[{ required: true, message: say('needed') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={announce.isPending}>
          {say('announce')}
        </Button>
      </Form>
    </Modal>
  )
}
