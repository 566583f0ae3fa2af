import { ROLE_WORDS } from '@shiji/contract/role-words'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  waiting: { zh: '名单为 {count} 人申请了角色，等您批准', en: 'Lists ask for roles for {count} people; you decide' },
  look: { zh: '查看', en: 'Look' },
  title: { zh: '名单申请的角色', en: 'Roles lists ask for' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  roles: { zh: '申请的角色', en: 'Roles asked for' },
  asked: { zh: '由谁、何时', en: 'By whom, when' },
  grant: { zh: '全部批准（{count} 人）', en: 'Grant all ({count})' },
  turnDown: { zh: '全部不批准', en: 'Turn all down' },
} as const

/** What imported lists ask for stands above the people until the security administrator has decided. */
export function RoleRequests() {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  const requests = useRequests()
  const count = requests.data?.length ?? 0
  if (count === 0) return null
  const look = (
    <Button size="small" onClick={() => setOpen(true)}>
      {say('look')}
    </Button>
  )
  return (
    <>
      <Alert className="problem-alert" type="info" showIcon title={say('waiting', { count })} action={look} />
      <Drawer open={open} onClose={() => setOpen(false)} title={say('title')} size={760} destroyOnHidden>
        <Decision requests={requests.data ?? []} onDone={() => setOpen(false)} />
      </Drawer>
    </>
  )
}

type Requests = NonNullable<ReturnType<typeof useRequests>['data']>

function useRequests() {
  return useQuery(queries.directoryImport.listRoleRequests.queryOptions())
}

function Decision({ requests, onDone }: { readonly requests: Requests; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const decide = useMutation(
    queries.directoryImport.decideRoleRequests.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.directory.listPeople.key() })
        await queryClient.invalidateQueries({ queryKey: queries.directoryImport.listRoleRequests.key() })
      },
    }),
  )
  const people = requests.map(({ personId }) => personId)
  const columns: readonly Column<Requests[number]>[] = [
    { key: 'name', title: say('name'), cell: ({ name }) => name },
    { key: 'unit', title: say('unit'), cell: ({ unitName }) => unitName },
    {
      key: 'roles',
      title: say('roles'),
      cell: ({ roles }) => roles.map((role) => sayIn(ROLE_WORDS[role], language)).join(' · '),
    },
    { key: 'asked', title: say('asked'), cell: ({ askedBy, askedAt }) => `${askedBy} ${formatMoment(askedAt)}` },
  ]
  return (
    <div className="grant">
      <ProblemAlert problem={decide.error} />
      <DataTable caption={say('title')} columns={columns} rows={requests} keyOf={({ personId }) => personId} />
      <div className="one-time-actions grant-save">
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate({ people, verdict: 'granted' })}>
          {say('grant', { count: people.length })}
        </Button>
        <Button disabled={decide.isPending} onClick={() => decide.mutate({ people, verdict: 'turned-down' })}>
          {say('turnDown')}
        </Button>
      </div>
    </div>
  )
}
