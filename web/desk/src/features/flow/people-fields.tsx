import { Role, type UnitId } from '@shiji/contract/directory'
import { ROLE_WORDS } from '@shiji/contract/role-words'
import type { PeopleRule } from '@shiji/kernel/flow/flow-definition'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ColleaguePicker } from '#desk/flow/colleague-picker.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { OpenedFlow } from './flow-page.tsx'

const WORDS = {
  role: { zh: '担任某角色的人', en: 'Holders of a role' },
  named: { zh: '指定的人', en: 'Named people' },
  starter: { zh: '发起人自己', en: 'The starter' },
  'starter-choice': { zh: '发起时选', en: 'Chosen by the starter' },
  'previous-choice': { zh: '上一环节选', en: 'Chosen at the step before' },
  whichRole: { zh: '{label}：角色', en: '{label}: role' },
  where: { zh: '{label}：在哪里', en: '{label}: where' },
  desk: { zh: '{label}：席位', en: '{label}: desk' },
  unit: { zh: '{label}：单位', en: '{label}: unit' },
  'starter-unit': { zh: '发起单位', en: 'unit of the starter' },
  'above-starter-unit': { zh: '发起单位的上级', en: 'unit above' },
  atDesk: { zh: '某个席位', en: 'a desk of the place' },
  atUnit: { zh: '某个单位', en: 'a certain unit' },
} as const

const KINDS = ['role', 'named', 'starter', 'starter-choice', 'previous-choice'] as const
const PLACES = {
  'starter-unit': 'starter-unit',
  'above-starter-unit': 'above-starter-unit',
  desk: 'atDesk',
  unit: 'atUnit',
} as const

type RoleRule = Extract<PeopleRule, { kind: 'role' }>
type PeopleFieldsProps = {
  readonly label: string
  readonly rule: PeopleRule
  readonly people: OpenedFlow['people']
  readonly onChange: (rule: PeopleRule) => void
}

/** Who is asked: by role and place, by name, or chosen on the way. */
export function PeopleFields({ label, rule, people, onChange }: PeopleFieldsProps) {
  const say = useWords(WORDS)
  const begin = (kind: PeopleRule['kind']): PeopleRule => {
    switch (kind) {
      case 'role':
        return { kind, role: 'project-leader', at: { kind: 'above-starter-unit' } }
      case 'named':
        return { kind, people: [] }
      case 'starter':
      case 'starter-choice':
      case 'previous-choice':
        return { kind }
    }
  }
  return (
    <>
      <div className="flow-field">
        <span className="small">{label}</span>
        <Select
          aria-label={label}
          value={rule.kind}
          options={KINDS.map((kind) => ({ value: kind, label: say(kind) }))}
          onChange={(kind) => onChange(begin(kind))}
        />
      </div>
      {rule.kind === 'role' ? <RoleFields {...{ label, rule, onChange }} /> : null}
      {rule.kind === 'named' ? (
        <ColleaguePicker
          several
          known={people}
          chosen={rule.people}
          onChoose={(chosen) => onChange({ kind: 'named', people: [...chosen] })}
        />
      ) : null}
    </>
  )
}

type RoleFieldsProps = Omit<PeopleFieldsProps, 'people' | 'rule'> & { readonly rule: RoleRule }

function RoleFields({ label, rule, onChange }: RoleFieldsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const desks = useQuery(queries.flow.listDesks.queryOptions())
  const { person } = useMe()
  const { at } = rule
  const place = (kind: RoleRule['at']['kind']): RoleRule['at'] => {
    switch (kind) {
      case 'starter-unit':
      case 'above-starter-unit':
        return { kind }
      case 'desk':
        return { kind, desk: desks.data?.at(0)?.name ?? person.unitName }
      case 'unit':
        return { kind, unit: person.unitId }
    }
  }
  return (
    <>
      <div className="flow-field">
        <span className="small">{say('whichRole', { label })}</span>
        <Select
          aria-label={say('whichRole', { label })}
          value={rule.role}
          options={Role.options.map((role) => ({ value: role, label: sayIn(ROLE_WORDS[role], language) }))}
          onChange={(role) => onChange({ ...rule, role })}
        />
      </div>
      <div className="flow-field">
        <span className="small">{say('where', { label })}</span>
        <Select
          aria-label={say('where', { label })}
          value={at.kind}
          options={(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((kind) => ({
            value: kind,
            label: say(PLACES[kind]),
          }))}
          onChange={(kind) => onChange({ ...rule, at: place(kind) })}
        />
      </div>
      {at.kind === 'desk' ? (
        <div className="flow-field">
          <span className="small">{say('desk', { label })}</span>
          <Select
            aria-label={say('desk', { label })}
            value={at.desk}
            options={(desks.data ?? []).map(({ name }) => ({ value: name, label: name }))}
            onChange={(desk) => onChange({ ...rule, at: { kind: 'desk', desk } })}
          />
        </div>
      ) : null}
      {at.kind === 'unit' ? (
        <div className="flow-field">
          <span className="small">{say('unit', { label })}</span>
          <UnitChoice
            label={say('unit', { label })}
            onChange={(unit) => onChange({ ...rule, at: { kind: 'unit', unit } })}
            value={at.unit as UnitId}
          />
        </div>
      ) : null}
    </>
  )
}
