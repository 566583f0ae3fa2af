import type { PersonId } from '@shiji/contract/directory'
import { ROLE_WORDS } from '@shiji/contract/role-words'
import { say as sayIn } from '@shiji/kernel/wording'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay, useMe } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { GrantRoles } from './grant-roles.tsx'
import { InviteAgain } from './invite-again.tsx'
import type { ListedPerson } from './listed-person.ts'
import { PersonState } from './person-state.tsx'

const WORDS = {
  caption: { zh: '人员', en: 'People' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  roles: { zh: '角色', en: 'Roles' },
  state: { zh: '状态', en: 'State' },
  invited: { zh: '待接受邀请', en: 'Invited' },
  active: { zh: '可用', en: 'Active' },
  disabled: { zh: '停用', en: 'Disabled' },
  action: { zh: '操作', en: 'Action' },
  grant: { zh: '授权', en: 'Grant' },
  grantNamed: { zh: '给 {name} 授权', en: 'Grant roles to {name}' },
  noRoles: { zh: '还没有角色', en: 'No roles yet' },
  you: { zh: '本人', en: 'You' },
  more: { zh: '再看 50 位', en: 'Show 50 more' },
  nobody: { zh: '没有找到“{search}”', en: 'Nobody found for "{search}"' },
  nobodyAbout: {
    zh: '请换一个字，或清空查找框看全部人员。',
    en: 'Try another word, or clear the box to see everybody.',
  },
} as const

const STATES = { invited: 'not-started', active: 'good', disabled: 'none' } as const satisfies Record<
  ListedPerson['state'],
  LightKind
>

export function PeopleTable({ search }: { readonly search: string }) {
  const say = useWords(WORDS)
  const columns = useColumns((id) => setGrantee(id))
  const [grantee, setGrantee] = useState<PersonId | null>(null)
  const pages = useInfiniteQuery(
    queries.directory.listPeople.infiniteOptions({
      input: (after: string | undefined) => ({ search, after }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={pages}>
      {(data) => {
        const people = data.pages.flatMap((page) => page.people)
        if (people.length === 0) {
          const state = { kind: 'empty', title: say('nobody', { search }), about: say('nobodyAbout') } as const
          return <StateBlock state={state} />
        }
        return (
          <>
            <DataTable caption={say('caption')} columns={columns} rows={people} keyOf={({ id }) => id} />
            {pages.hasNextPage ? (
              <Button
                className="people-more"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {say('more')}
              </Button>
            ) : null}
            <GrantRoles person={people.find(({ id }) => id === grantee) ?? null} onClose={() => setGrantee(null)} />
          </>
        )
      }}
    </Loaded>
  )
}

function useColumns(onGrant: (id: PersonId) => void): readonly Column<ListedPerson>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  const mayGrant = useMay('directory.grant-roles')
  const mayManage = useMay('directory.manage-people')
  const me = useMe().person.id
  const columns: readonly Column<ListedPerson>[] = [
    {
      key: 'name',
      title: say('name'),
      cell: ({ name, login }) => (
        <div>
          <div className="cell-name">{name}</div>
          {login === '' ? null : <div className="small">{login}</div>}
        </div>
      ),
    },
    { key: 'unit', title: say('unit'), cell: ({ unitName }) => unitName },
    {
      key: 'roles',
      title: say('roles'),
      cell: ({ roles }) =>
        roles.length === 0 ? (
          <span className="small">{say('noRoles')}</span>
        ) : (
          roles.map((role) => sayIn(ROLE_WORDS[role], language)).join(' · ')
        ),
    },
    { key: 'state', title: say('state'), cell: ({ state }) => <Light kind={STATES[state]} word={say(state)} /> },
  ]
  if (!mayGrant && !mayManage) return columns
  const grant: Column<ListedPerson> = {
    key: 'action',
    title: say('action'),
    kind: 'actions',
    cell: (person) => {
      const { id, name } = person
      if (id === me) return <span className="small">{say('you')}</span>
      if (mayManage) {
        return (
          <div className="one-time-actions">
            {person.state === 'invited' ? <InviteAgain person={person} /> : null}
            <PersonState person={person} />
          </div>
        )
      }
      return (
        <Button size="small" aria-label={say('grantNamed', { name })} onClick={() => onGrant(id)}>
          {say('grant')}
        </Button>
      )
    },
  }
  return [...columns, grant]
}
