import { RouteId } from '@shiji/contract/upkeep'
import { PointId } from '@shiji/contract/upkeep-rounds'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay, useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { EMPTY_POINT, PointLines } from './point-lines.tsx'
import { formatCheck, parseChecks } from './route-draft.ts'
import '../upkeep.css'

const WORDS = {
  fresh: { zh: '新建路线', en: 'Make a route' },
  about: {
    zh: '改动从下一次巡检起算，已经开始的按原来的点位走',
    en: 'Changes hold from the next round on; one that has opened keeps its points',
  },
  gone: { zh: '没有这条路线', en: 'There is no such route' },
  goneAbout: { zh: '它不在您能看到的单位里。', en: 'It belongs to no unit you can see.' },
  name: { zh: '路线名称', en: 'Name of the route' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存', en: 'Save' },
  print: { zh: '打印标签', en: 'Print labels' },
} as const

type Row = Awaited<ReturnType<typeof api.upkeepRounds.listRoutes>>[number]
type Line = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly place?: string
  readonly checks?: string
}
type Fields = { readonly name: string; readonly points: readonly Line[] }

export function RoutePage() {
  const say = useWords(WORDS)
  const { routeId } = useParams({ from: '/desk/upkeep/routes/$routeId' })
  const routes = useQuery(queries.upkeepRounds.listRoutes.queryOptions())
  return (
    <Loaded query={routes}>
      {(rows) => {
        const route = rows.find(({ id }) => id === routeId)
        if (route === undefined) {
          return <StateBlock state={{ kind: 'empty', title: say('gone'), about: say('goneAbout') }} />
        }
        return <RouteForm key={routeId} route={route} />
      }}
    </Loaded>
  )
}

export function NewRoutePage() {
  return <RouteForm route={null} />
}

function RouteForm({ route }: { readonly route: Row | null }) {
  const say = useWords(WORDS)
  const mayPlan = useMay('upkeep.plan')
  const { save, problem, isSaving } = useSave(route)
  const needed = [{ required: true, message: say('needed') }]
  return (
    <>
      <PageHead
        title={route?.name ?? say('fresh')}
        about={say('about')}
        tools={
          route === null ? undefined : (
            <Link className="ant-btn ant-btn-default upkeep-button" to="/upkeep/labels" search={{ route: route.id }}>
              {say('print')}
            </Link>
          )
        }
        action={
          mayPlan ? (
            <Button type="primary" htmlType="submit" form="route" loading={isSaving}>
              {say('save')}
            </Button>
          ) : undefined
        }
      />
      <ProblemAlert problem={problem} />
      <Form<Fields>
        id="route"
        layout="vertical"
        requiredMark={false}
        disabled={!mayPlan}
        onFinish={save}
        initialValues={route === null ? { points: [EMPTY_POINT()] } : shown(route)}
      >
        <div className="card card-body">
          <Form.Item name="name" label={say('name')} rules={needed} className="upkeep-form">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <PointLines />
        </div>
      </Form>
    </>
  )
}

function useSave(route: Row | null) {
  const me = useMe()
  const navigate = useNavigate()
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: queries.upkeepRounds.key() })
    await navigate({ to: '/upkeep/routes' })
  }
  const make = useMutation(queries.upkeepRounds.makeRoute.mutationOptions({ onSuccess }))
  const change = useMutation(queries.upkeepRounds.changeRoute.mutationOptions({ onSuccess }))
  const save = ({ name, points: lines }: Fields) => {
    const points = lines.map(({ id, code, name: of, place = '', checks = '' }) => {
      return { id: PointId.parse(id), code, name: of, place, checks: parseChecks(checks) }
    })
    if (route === null) {
      make.mutate({ id: RouteId.parse(crypto.randomUUID()), unitId: me.person.unitId, name, points })
    } else change.mutate({ id: route.id, name, points })
  }
  return { save, problem: make.error ?? change.error, isSaving: make.isPending || change.isPending }
}

function shown({ name, points }: Row): Fields {
  return {
    name,
    points: points.map(({ checks, ...point }) => ({ ...point, checks: checks.map(formatCheck).join('\n') })),
  }
}
