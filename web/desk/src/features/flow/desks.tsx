import { useMutation, useQuery } from '@tanstack/react-query'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '席位', en: 'Desks' },
  about: {
    zh: '流程里写到的席位由哪个单位坐；没有指定的由区本级坐。改了以后，新到这一席的事项交给新的单位。',
    en: 'Which unit sits at the desks the flows name; the district sits at those nobody was given. What comes to a desk from then on goes to the new unit.',
  },
  desk: { zh: '席位', en: 'Desk' },
  unit: { zh: '由哪个单位坐', en: 'Unit at the desk' },
  unitOf: { zh: '“{desk}”由哪个单位坐', en: 'Unit at "{desk}"' },
  district: { zh: '没有指定，区本级', en: 'Nobody given: the district' },
} as const

type Row = Awaited<ReturnType<typeof api.flow.listDesks>>[number]

/** The offices the chains of a place name, and who sits there. */
export function Desks() {
  const say = useWords(WORDS)
  const desks = useQuery(queries.flow.listDesks.queryOptions())
  const assign = useMutation(
    queries.flow.assignDesk.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.flow.listDesks.key() }),
    }),
  )
  const columns: readonly Column<Row>[] = [
    { key: 'desk', title: say('desk'), width: '34%', cell: ({ name }) => <span className="cell-name">{name}</span> },
    {
      key: 'unit',
      title: say('unit'),
      cell: ({ name, unitId }) => (
        <span className="flow-desk">
          <UnitChoice
            label={say('unitOf', { desk: name })}
            placeholder={say('district')}
            {...(unitId === null ? {} : { value: unitId })}
            onChange={(unit) => assign.mutate({ name, unitId: unit })}
          />
        </span>
      ),
    },
  ]
  return (
    <section className="flow-desks">
      <h2>{say('title')}</h2>
      <p className="small">{say('about')}</p>
      <ProblemAlert problem={assign.error} />
      <Loaded query={desks}>
        {(rows) => <DataTable caption={say('title')} columns={columns} rows={rows} keyOf={({ name }) => name} />}
      </Loaded>
    </section>
  )
}
