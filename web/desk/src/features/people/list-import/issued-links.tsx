import { csvText } from '@shiji/kernel/csv-cell'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { api } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { handOut } from '#desk/kit/hand-out.ts'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  done: {
    zh: '已导入：单位新增 {units}、变更 {unitsChanged}，人员新增 {people}、变更 {peopleChanged}',
    en: 'Imported: {units} units new, {unitsChanged} changed; {people} people new, {peopleChanged} changed',
  },
  once: {
    zh: '下面的链接只显示这一次，每个只能用一次，72 小时内有效。请现在下载或打印，当面交给本人；过期的可以再导入一次名单重新生成。',
    en: 'These links are shown once, work once each and end after 72 hours. Take or print them now and hand them over in person; for those that ended, bring the list again.',
  },
  links: { zh: '邀请链接', en: 'Links' },
  file: { zh: '邀请链接.csv', en: 'links.csv' },
  take: { zh: '下载链接清单', en: 'Take the links' },
  print: { zh: '打印', en: 'Print' },
  toPeople: { zh: '看人员', en: 'See the people' },
  noLinks: { zh: '没有需要发出的链接', en: 'There is no link to hand out' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  login: { zh: '登录名', en: 'Login' },
  number: { zh: '工号', en: 'Staff number' },
  link: { zh: '邀请链接', en: 'Link' },
} as const

type TakenList = Awaited<ReturnType<typeof api.directoryImport.takeList>>
type Issued = TakenList['links'][number]

/** The result of an import, and the links that are shown this once. */
export function IssuedLinks({ taken, title }: { readonly taken: TakenList; readonly title: string }) {
  const say = useWords(WORDS)
  const { units, people, links } = taken
  const columns: readonly Column<Issued>[] = [
    { key: 'name', title: say('name'), cell: ({ name }) => name },
    { key: 'unit', title: say('unit'), cell: ({ unitName }) => unitName },
    { key: 'login', title: say('login'), cell: ({ login }) => login },
    { key: 'number', title: say('number'), cell: ({ staffNumber }) => staffNumber },
    { key: 'link', title: say('link'), cell: ({ code }) => <code className="issued-link">{linkOf(code)}</code> },
  ]
  const heads = [say('name'), say('unit'), say('login'), say('number'), say('link')]
  const rows = links.map((one) => [one.name, one.unitName, one.login, one.staffNumber, linkOf(one.code)])
  const take = (
    <Button
      type="primary"
      onClick={() => handOut(new Blob([csvText([heads, ...rows])], { type: 'text/csv' }), say('file'))}
    >
      {say('take')}
    </Button>
  )
  const see = (
    <Link className="list-button list-button-primary" to="/people">
      {say('toPeople')}
    </Link>
  )
  const print = <Button onClick={() => window.print()}>{say('print')}</Button>
  const counts = {
    units: units.made,
    unitsChanged: units.changed,
    people: people.made,
    peopleChanged: people.changed,
  }
  return (
    <>
      <PageHead title={title} tools={links.length > 0 ? print : undefined} action={links.length > 0 ? take : see} />
      <p className="issued-done" role="status">
        {say('done', counts)}
      </p>
      {links.length === 0 ? (
        <StateBlock state={{ kind: 'empty', title: say('noLinks') }} />
      ) : (
        <>
          <p className="issued-once">{say('once')}</p>
          <section className="card issued-links">
            <DataTable caption={say('links')} columns={columns} rows={links} keyOf={({ code }) => code} />
          </section>
        </>
      )}
    </>
  )
}

function linkOf(code: string): string {
  return `${window.location.origin}/invitation/${code}`
}
