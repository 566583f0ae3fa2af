import { REFUSALS } from '@shiji/contract/refusals'
import { say } from '@shiji/kernel/wording'
import { Button } from 'antd'
import { ProblemError } from '#desk/api/problem-error.ts'
import { DataTable } from '#desk/kit/data-table.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { type BlockState, StateBlock } from '#desk/kit/state-block.tsx'
import { changeLook, useShown } from '#desk/look/look-store.ts'

const LIGHTS: readonly LightKind[] = ['good', 'watch', 'bad', 'not-started', 'none']
const STATES: readonly BlockState[] = [
  { kind: 'loading' },
  { kind: 'empty', title: '还没有人', about: '邀请第一位同事', action: <Button>邀请人员</Button> },
  {
    kind: 'error',
    problem: new ProblemError({
      code: 'overloaded',
      detail: say(REFUSALS.overloaded, 'zh', { seconds: 5 }),
      parameters: {},
      requestId: '0198-4c1e',
    }),
    retry: () => undefined,
  },
  { kind: 'stale', at: '2026-03-02 09:05' },
]

export function KitPage() {
  const { dark } = useShown()
  return (
    <main className="page">
      <PageHead
        title="部件"
        about="开发时的样张"
        tools={<Button onClick={() => changeLook({ theme: dark ? 'light' : 'dark' })}>明暗</Button>}
        action={<Button type="primary">主要操作</Button>}
      />
      <p className="kit-lights">
        {LIGHTS.map((kind) => (
          <Light key={kind} kind={kind} />
        ))}
      </p>
      <DataTable
        caption="样表"
        columns={[
          { key: 'kind', title: '状态', cell: ({ kind }) => kind },
          { key: 'block', title: '样子', cell: (state) => <StateBlock state={state} /> },
        ]}
        rows={STATES}
        keyOf={({ kind }) => kind}
      />
    </main>
  )
}
