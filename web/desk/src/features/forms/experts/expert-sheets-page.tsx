import { ExpertSheetId } from '@shiji/contract/expert-sheets'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import '../forms.css'
import '../reevaluation/reevaluation.css'
import { SheetDesk } from './sheet-desk.tsx'

const WORDS = {
  title: { zh: '专家评分', en: 'Scores of experts' },
  about: { zh: '请您评分的项目；签名以后不能再改', en: 'Projects given to you to score; signed, a sheet stands' },
  project: { zh: '项目', en: 'Project' },
  year: { zh: '年度', en: 'Year' },
  state: { zh: '状态', en: 'State' },
  waiting: { zh: '待评分', en: 'To score' },
  signed: { zh: '{at} 已签名', en: 'Signed {at}' },
  none: { zh: '没有请您评分的项目', en: 'Nothing is given to you to score' },
  noneAbout: { zh: '财政或主管部门请您评分时，会发消息给您。', en: 'You get a message when somebody asks you.' },
} as const

type Sheet = Awaited<ReturnType<typeof api.expertSheets.listMySheets>>[number]

/** 专家评分: what was given to the person who is signed in, and the sheet that lies open. */
export function ExpertSheetsPage() {
  const say = useWords(WORDS)
  const { sheet } = useSearch({ from: '/desk/expert-sheets' })
  const sheets = useQuery(queries.expertSheets.listMySheets.queryOptions())
  const columns = useColumns()
  const none = { title: say('none'), about: say('noneAbout') }
  return (
    <ListPage title={say('title')} about={say('about')} query={sheets} columns={columns} none={none}>
      {sheet === undefined ? null : <OpenedSheet key={sheet} sheet={sheet} />}
    </ListPage>
  )
}

function OpenedSheet({ sheet }: { readonly sheet: string }) {
  const read = useQuery(queries.expertSheets.readMySheet.queryOptions({ input: { id: ExpertSheetId.parse(sheet) } }))
  return <Loaded query={read}>{(opened) => <SheetDesk sheet={opened} />}</Loaded>
}

function useColumns(): readonly Column<Sheet>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'project',
      title: say('project'),
      cell: ({ id, project, unit }) => (
        <div>
          <Link className="cell-name" to="/expert-sheets" search={{ sheet: id }}>
            {project}
          </Link>
          <p className="small">{unit}</p>
        </div>
      ),
    },
    { key: 'year', title: say('year'), width: '90px', cell: ({ year }) => year },
    {
      key: 'state',
      title: say('state'),
      width: '30%',
      cell: ({ signedAt }) =>
        signedAt === null ? (
          <Light kind="watch" word={say('waiting')} />
        ) : (
          <Light kind="good" word={say('signed', { at: formatMoment(signedAt) })} />
        ),
    },
  ]
}
