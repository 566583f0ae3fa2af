import { AskButton } from '#desk/kit/ask-button.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useAnswer, useMayWrite, useNote } from './contract-view.ts'

const WORDS = {
  title: { zh: '监理', en: 'Supervision' },
  none: { zh: '还没有监理记录', en: 'The supervisor has written nothing yet' },
  write: { zh: '写监理记录', en: 'Write a note' },
  kind: { zh: '种类', en: 'Kind' },
  log: { zh: '日志', en: 'Log' },
  instruction: { zh: '监理通知', en: 'Instruction' },
  visa: { zh: '签证', en: 'Visa' },
  day: { zh: '日期', en: 'Day' },
  what: { zh: '内容', en: 'What' },
  due: { zh: '答复期限', en: 'To be answered by' },
  by: { zh: '{day} {recordedBy}', en: '{day}, {recordedBy}' },
  late: { zh: '补录', en: 'entered late' },
  waits: { zh: '{day} 前答复', en: 'answer by {day}' },
  answered: { zh: '答复（{at}）：{answer}', en: 'answered {at}: {answer}' },
  answer: { zh: '答复', en: 'Answer' },
} as const

const KINDS = ['log', 'instruction', 'visa'] as const

export function SupervisionNotes({ contract: { id, supervision } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const maySupervise = useMay('contracts.supervise')
  const mayWrite = useMayWrite()
  return (
    <ContractSection
      title={say('title')}
      none={say('none')}
      isEmpty={supervision.length === 0}
      action={maySupervise ? <Write id={id} /> : null}
    >
      <ul className="contract-notes">
        {supervision.map((note) => (
          <li key={note.id}>
            <span className="two-lines">
              <span>
                <strong>{say(note.kind)}</strong> {note.what}
              </span>
              <span className="small">{say('by', { day: note.day, recordedBy: note.recordedBy })}</span>
              {note.answer === null ? null : (
                <span className="small">
                  {say('answered', { answer: note.answer, at: formatMoment(note.answeredAt ?? '') })}
                </span>
              )}
            </span>
            {note.isLate ? <Light kind="watch" word={say('late')} /> : null}
            {note.answerDueOn === null || note.answer !== null ? null : (
              <Light kind="watch" word={say('waits', { day: note.answerDueOn })} />
            )}
            {mayWrite && note.answer === null ? <Reply id={id} noteId={note.id} /> : null}
          </li>
        ))}
      </ul>
    </ContractSection>
  )
}

function Write({ id }: Pick<OpenedContract, 'id'>) {
  const say = useWords(WORDS)
  const note = useNote()
  return (
    <AskButton
      label={say('write')}
      questions={[
        {
          name: 'kind',
          label: say('kind'),
          kind: 'choice',
          initial: 'log',
          choices: KINDS.map((value) => ({ value, label: say(value) })),
        },
        { name: 'day', label: say('day'), kind: 'day', initial: today() },
        { name: 'what', label: say('what'), kind: 'words' },
        { name: 'due', label: say('due'), kind: 'day', optional: true },
      ]}
      deed={note}
      inputOf={(answer) => ({
        id,
        kind: KINDS.find((kind) => kind === answer('kind')) ?? 'log',
        day: answer('day'),
        what: answer('what'),
        answerDueOn: answer('due') === '' ? null : answer('due'),
      })}
    />
  )
}

type ReplyProps = { readonly id: OpenedContract['id']; readonly noteId: OpenedContract['supervision'][number]['id'] }

function Reply({ id, noteId }: ReplyProps) {
  const say = useWords(WORDS)
  const answer = useAnswer()
  return (
    <AskButton
      label={say('answer')}
      questions={[{ name: 'answer', label: say('answer'), kind: 'words' }]}
      deed={answer}
      inputOf={(given) => ({ id, noteId, answer: given('answer') })}
    />
  )
}
