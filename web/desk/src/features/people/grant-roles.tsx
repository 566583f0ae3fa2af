import type { Role } from '@shiji/contract/directory'
import { ROLE_WORDS } from '@shiji/contract/role-words'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Drawer } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { ListedPerson } from './listed-person.ts'
import { PersonAccess } from './person-access.tsx'
import { ADMINISTRATORS, cannotJoin, DAILY_ROLES } from './role-words.ts'

const WORDS = {
  title: { zh: '给 {name} 授权', en: 'Grant roles to {name}' },
  daily: { zh: '日常角色', en: 'Roles of the daily work' },
  administrators: { zh: '三员', en: 'Separated administrators' },
  separation: {
    zh: '三员分立：系统、安全、审计三种管理员由三个人分别担任，也不兼任日常角色。',
    en: 'System, security and audit administrator are three different people without any daily role.',
  },
  save: { zh: '保存授权', en: 'Save roles' },
  saved: { zh: '{name} 的角色已保存', en: 'Roles of {name} saved' },
} as const

type GrantRolesProps = { readonly person: ListedPerson | null; readonly onClose: () => void }

export function GrantRoles({ person, onClose }: GrantRolesProps) {
  const say = useWords(WORDS)
  return (
    <Drawer
      open={person !== null}
      onClose={onClose}
      title={person === null ? '' : say('title', { name: person.name })}
      size={400}
      destroyOnHidden
    >
      {person === null ? null : <RoleChoice key={person.id} person={person} onDone={onClose} />}
    </Drawer>
  )
}

function RoleChoice({ person, onDone }: { readonly person: ListedPerson; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const [chosen, setChosen] = useState<readonly Role[]>(person.roles)
  const grant = useMutation(
    queries.directory.grantRoles.mutationOptions({
      onSuccess: async () => {
        message.success(say('saved', { name: person.name }))
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.directory.listPeople.key() })
      },
    }),
  )
  return (
    <div className="grant">
      <p className="small">{person.unitName}</p>
      <ProblemAlert problem={grant.error} />
      <RoleGroup title={say('daily')} roles={DAILY_ROLES} chosen={chosen} onChange={setChosen} />
      <RoleGroup title={say('administrators')} roles={ADMINISTRATORS} chosen={chosen} onChange={setChosen} />
      <p className="small">{say('separation')}</p>
      <PersonAccess person={person} />
      <div className="grant-save">
        <Button
          type="primary"
          block
          loading={grant.isPending}
          onClick={() => grant.mutate({ id: person.id, roles: [...chosen] })}
        >
          {say('save')}
        </Button>
      </div>
    </div>
  )
}

type RoleGroupProps = {
  readonly title: string
  readonly roles: readonly Role[]
  readonly chosen: readonly Role[]
  readonly onChange: (chosen: readonly Role[]) => void
}

function RoleGroup({ title, roles, chosen, onChange }: RoleGroupProps) {
  const language = useLanguage()
  const toggle = (role: Role, on: boolean) =>
    onChange(on ? [...chosen, role] : chosen.filter((other) => other !== role))
  return (
    <fieldset className="role-group">
      <legend>{title}</legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          checked={chosen.includes(role)}
          disabled={cannotJoin(role, chosen)}
          onChange={({ target }) => toggle(role, target.checked)}
        >
          {sayIn(ROLE_WORDS[role], language)}
        </Checkbox>
      ))}
    </fieldset>
  )
}
