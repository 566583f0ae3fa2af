import { Act, CaseId } from '@shiji/contract/flow'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Input, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { CaseSeen } from './case-view.ts'
import { ColleaguePicker } from './colleague-picker.tsx'
import { DECIDES, isOffered, type OfferedVerb, PEOPLE_OF, REASONED, VERB_WORDS } from './verb-words.ts'

const WORDS = {
  opinion: { zh: '意见', en: 'Opinion' },
  opinionHint: { zh: '退回、驳回要写明理由', en: 'A return or rejection needs a reason' },
  more: { zh: '更多', en: 'More' },
  cancel: { zh: '取消', en: 'Cancel' },
  target: { zh: '退回到', en: 'Return to' },
  where: { zh: '加签方式', en: 'How they sign' },
  before: { zh: '前加签：他们先提意见', en: 'Before: they advise me first' },
  after: { zh: '后加签：我同意后他们再签', en: 'After: I agree, then they sign' },
  beside: { zh: '并加签：与我一同签', en: 'Beside: they sign as I do' },
} as const

type Verb = CaseSeen['verbs'][number]
type CaseActsProps = {
  readonly seen: CaseSeen
  readonly onActed: () => void
  /** The task is being marked as opened. */
  readonly isOpening: boolean
}

/** The buttons of a case for the one who looks: the usual one first, rare ones under 更多, and what each needs to know. */
export function CaseActs({ seen, onActed, isOpening }: CaseActsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [opinion, setOpinion] = useState('')
  const [asked, setAsked] = useState<Verb | null>(null)
  const offered = (Object.keys(VERB_WORDS) as OfferedVerb[]).flatMap(
    (verb) => seen.verbs.find((one) => one.verb === verb) ?? [],
  )
  const act = useMutation(
    queries.flow.actOnCase.mutationOptions({
      onSuccess: async (now) => {
        setOpinion('')
        setAsked(null)
        queryClient.setQueryData(queries.flow.openCase.queryKey({ input: { id: now.id } }), now)
        await queryClient.invalidateQueries({ queryKey: queries.flow.listBox.key() })
        await queryClient.invalidateQueries({ queryKey: queries.flow.countTasks.key() })
        onActed()
      },
    }),
  )
  if (offered.length === 0) return null
  const send = (verb: Verb, details: object = {}) =>
    act.mutate({ id: CaseId.parse(seen.id), act: Act.parse({ ...actOf(verb), opinion, ...details }) })
  const press = (verb: Verb) => (needsDetails(verb) ? setAsked(verb) : send(verb))
  const words = (verb: string) => (isOffered(verb) ? sayIn(VERB_WORDS[verb], language) : verb)
  const [usual, rare] = [offered.slice(0, USUAL), offered.slice(USUAL)]
  return (
    <section className="case-acts">
      <label htmlFor="case-opinion">{say('opinion')}</label>
      <Input.TextArea
        id="case-opinion"
        value={opinion}
        maxLength={2000}
        rows={3}
        placeholder={offered.some(isReasoned) ? say('opinionHint') : ''}
        onChange={({ target }) => setOpinion(target.value)}
      />
      <ProblemAlert problem={act.error} />
      {asked === null ? (
        <div className="case-buttons">
          {usual.map((verb, at) => (
            <Button
              key={`${verb.verb} ${verb.task}`}
              type={at === 0 && DECIDES.includes(verb.verb) ? 'primary' : 'default'}
              loading={act.isPending && act.variables.act.verb === verb.verb}
              disabled={isOpening || (isReasoned(verb) && opinion.trim() === '')}
              onClick={() => press(verb)}
            >
              {words(verb.verb)}
            </Button>
          ))}
          {rare.length === 0 ? null : (
            <Dropdown
              autoFocus
              trigger={['click']}
              menu={{
                items: rare.map(({ verb, task }) => ({ key: `${verb} ${task}`, label: words(verb) })),
                onClick: ({ key }) => {
                  const verb = rare.find((one) => `${one.verb} ${one.task}` === key)
                  if (verb !== undefined) press(verb)
                },
              }}
            >
              <Button disabled={isOpening}>
                {say('more')} <span aria-hidden>▾</span>
              </Button>
            </Dropdown>
          )}
        </div>
      ) : (
        <ActDetails
          key={asked.verb}
          verb={asked}
          name={words(asked.verb)}
          isPending={act.isPending}
          onCancel={() => setAsked(null)}
          onSend={(details) => send(asked, details)}
        />
      )}
    </section>
  )
}

const USUAL = 3

function actOf({ verb, task, taskVersion }: Verb): object {
  return task === null ? { verb } : { verb, task, version: taskVersion }
}

function needsDetails({ verb, returnTo }: Verb): boolean {
  return (isOffered(verb) && PEOPLE_OF[verb] !== undefined) || returnTo.length > 0
}

function isReasoned({ verb }: Verb): boolean {
  return isOffered(verb) && REASONED.includes(verb)
}

type ActDetailsProps = {
  readonly verb: Verb
  readonly name: string
  readonly isPending: boolean
  readonly onCancel: () => void
  readonly onSend: (details: object) => void
}

const PLACES = ['before', 'after', 'beside'] as const

/** Whom, or where to: what a verb must know before it is done. */
function ActDetails({ verb, name, isPending, onCancel, onSend }: ActDetailsProps) {
  const say = useWords(WORDS)
  const [people, setPeople] = useState<readonly string[]>([])
  const [node, setNode] = useState(verb.returnTo.at(0)?.node)
  const [where, setWhere] = useState<(typeof PLACES)[number]>('before')
  const wanted = isOffered(verb.verb) ? PEOPLE_OF[verb.verb] : undefined
  const details = () => {
    if (verb.verb === 'return') return { to: { kind: 'step', node } }
    if (verb.verb === 'add-signers') return { where, people }
    return wanted === 'one' ? { person: people[0] } : { people }
  }
  return (
    <div className="case-details">
      {verb.returnTo.length === 0 ? null : (
        <Select
          aria-label={say('target')}
          value={node}
          options={verb.returnTo.map((to) => ({ value: to.node, label: `${say('target')} ${to.name}` }))}
          onChange={setNode}
        />
      )}
      {verb.verb === 'add-signers' ? (
        <Select
          aria-label={say('where')}
          value={where}
          options={PLACES.map((place) => ({ value: place, label: say(place) }))}
          onChange={setWhere}
        />
      ) : null}
      {wanted === undefined ? null : (
        <ColleaguePicker several={wanted === 'some'} chosen={people} onChoose={setPeople} />
      )}
      <div className="case-buttons">
        <Button
          type="primary"
          loading={isPending}
          disabled={wanted !== undefined && people.length === 0}
          onClick={() => onSend(details())}
        >
          {name}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </div>
  )
}
