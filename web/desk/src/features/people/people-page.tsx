import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { InvitePerson } from './invite-person.tsx'
import { ListImportLink } from './list-import/list-import-link.tsx'
import './people.css'
import { PeopleTable } from './people-table.tsx'
import { RoleRequests } from './role-requests.tsx'

const WORDS = {
  title: { zh: '人员', en: 'People' },
  about: { zh: '谁能使用、各有哪些角色', en: 'Who may use the desk, and with which roles' },
  search: { zh: '按姓名、拼音或登录名查找', en: 'Find by name, pinyin or login' },
  invite: { zh: '邀请人员', en: 'Invite a person' },
} as const

const LONGEST_SEARCH = 50

export function PeoplePage() {
  const say = useWords(WORDS)
  const mayInvite = useMay('directory.manage-people')
  const mayGrant = useMay('directory.grant-roles')
  const [inviting, setInviting] = useState(false)
  const navigate = useNavigate()
  const { search = '' } = useSearch({ from: '/desk/people' })
  const find = (text: string) =>
    void navigate({ to: '/people', search: text === '' ? {} : { search: text }, replace: true })
  const invite = (
    <Button type="primary" onClick={() => setInviting(true)}>
      {say('invite')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={mayInvite ? <ListImportLink /> : undefined}
        action={mayInvite ? invite : undefined}
      />
      {mayGrant ? <RoleRequests /> : null}
      <Input.Search
        className="people-search"
        allowClear
        defaultValue={search}
        maxLength={LONGEST_SEARCH}
        placeholder={say('search')}
        aria-label={say('search')}
        onSearch={(text) => find(text.trim())}
      />
      <PeopleTable search={search} />
      <InvitePerson open={inviting} onClose={() => setInviting(false)} />
    </>
  )
}
