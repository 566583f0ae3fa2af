import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import './assets.css'

const WORDS = {
  title: { zh: '盘点', en: 'Stocktakes' },
  about: { zh: '账上的东西是不是都在', en: 'Whether everything in the books is there' },
  begin: { zh: '开始盘点', en: 'Begin a stocktake' },
  name: { zh: '盘点名称', en: 'Name' },
  on: { zh: '开始日期', en: 'Begun on' },
  stocktake: { zh: '盘点', en: 'Stocktake' },
  expected: { zh: '应盘', en: 'To be found' },
  agreeing: { zh: '相符', en: 'Agree' },
  elsewhere: { zh: '在别处', en: 'Elsewhere' },
  missing: { zh: '未见', en: 'Not found' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '进行中', en: 'under way' },
  closed: { zh: '{day} 结束', en: 'ended {day}' },
  none: { zh: '还没有盘点过', en: 'No stocktake was held yet' },
} as const

type Row = Awaited<ReturnType<typeof api.stocktakes.listStocktakes>>[number]

export function StocktakesPage() {
  const say = useWords(WORDS)
  const list = useQuery(queries.stocktakes.listStocktakes.queryOptions())
  const columns = useColumns()
  const head = { title: say('title'), about: say('about'), action: <Begin /> }
  return <ListPage {...head} query={list} columns={columns} none={{ title: say('none') }} />
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const numbers = (['expected', 'agreeing', 'elsewhere', 'missing'] as const).map((key) => ({
    key,
    title: say(key),
    kind: 'number' as const,
    width: '100px',
    cell: (row: Row) => row[key],
  }))
  return [
    {
      key: 'stocktake',
      title: say('stocktake'),
      cell: ({ id, name, unitName, openedOn }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/stocktakes/$stocktakeId" params={{ stocktakeId: id }}>
            {name}
          </Link>
          <span className="small">
            {openedOn} · {unitName}
          </span>
        </span>
      ),
    },
    ...numbers,
    {
      key: 'state',
      title: say('state'),
      width: '170px',
      cell: ({ closedOn }) =>
        closedOn === null ? (
          <Light kind="watch" word={say('open')} />
        ) : (
          <Light kind="none" word={say('closed', { day: closedOn })} />
        ),
    },
  ]
}

function Begin() {
  const say = useWords(WORDS)
  const begin = useMutation(
    queries.stocktakes.beginStocktake.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.stocktakes.key() }),
    }),
  )
  if (!useMay('assets.write')) return null
  return (
    <AskButton
      primary
      label={say('begin')}
      questions={[
        { name: 'name', label: say('name') },
        { name: 'on', label: say('on'), kind: 'day', initial: today() },
      ]}
      deed={begin}
      inputOf={(answer) => ({ name: answer('name'), openedOn: answer('on') })}
    />
  )
}
