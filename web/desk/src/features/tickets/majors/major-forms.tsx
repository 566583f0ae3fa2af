import { PersonId } from '@shiji/contract/directory'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { ColleagueField } from '../colleague-field.tsx'
import type { MajorActProps } from './major-acts.tsx'

const WORDS = {
  leader: { zh: '谁负责', en: 'Who leads' },
  words: { zh: '知道了什么、做了什么（只给处置的人看）', en: 'What is known or was done (for those who work on it)' },
  over: { zh: '告诉大家怎样恢复的', en: 'What people are told: how it was restored' },
  again: { zh: '告诉大家现在怎样', en: 'What people are told: how it stands now' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存', en: 'Save' },
  end: { zh: '结束并告知 {count} 人', en: 'End it and tell {count} people' },
  resume: { zh: '继续处置并告知 {count} 人', en: 'Go on and tell {count} people' },
} as const

export function LeadMajor({ major: { id }, onDone }: MajorActProps) {
  const say = useWords(WORDS)
  const lead = useMutation(queries.deskMajors.leadMajor.mutationOptions({ onSuccess: onDone }))
  return (
    <Form<{ personId: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ personId }) => lead.mutate({ id, personId: PersonId.parse(personId) })}
    >
      <ProblemAlert problem={lead.error} />
      <Form.Item name="personId" label={say('leader')} rules={[{ required: true, message: say('needed') }]}>
        <ColleagueField />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={lead.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

export function NoteMajor({ major: { id }, onDone }: MajorActProps) {
  const say = useWords(WORDS)
  const note = useMutation(queries.deskMajors.noteMajor.mutationOptions({ onSuccess: onDone }))
  return (
    <WordsForm
      label={say('words')}
      send={say('save')}
      problem={note.error}
      sending={note.isPending}
      onSend={(words) => note.mutate({ id, words })}
    />
  )
}

export function EndMajor({ major: { id, reaches }, isOver, onDone }: MajorActProps & { readonly isOver: boolean }) {
  const say = useWords(WORDS)
  const end = useMutation(queries.deskMajors.endMajor.mutationOptions({ onSuccess: onDone }))
  return (
    <WordsForm
      label={say(isOver ? 'over' : 'again')}
      send={say(isOver ? 'end' : 'resume', { count: reaches })}
      problem={end.error}
      sending={end.isPending}
      onSend={(words) => end.mutate({ id, words, isOver })}
    />
  )
}

type WordsFormProps = {
  readonly label: string
  readonly send: string
  readonly problem: Parameters<typeof ProblemAlert>[0]['problem']
  readonly sending: boolean
  readonly onSend: (words: string) => void
}

function WordsForm({ label, send, problem, sending, onSend }: WordsFormProps) {
  const say = useWords(WORDS)
  return (
    <Form<{ words: string }> layout="vertical" requiredMark={false} onFinish={({ words }) => onSend(words)}>
      <ProblemAlert problem={problem} />
      <Form.Item name="words" label={label} rules={[{ required: true, whitespace: true, message: say('needed') }]}>
        <Input.TextArea rows={4} maxLength={2_000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={sending}>
        {send}
      </Button>
    </Form>
  )
}
