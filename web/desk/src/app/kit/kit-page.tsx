import type { Stroke } from '@shiji/kernel/work-order/strokes'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { DataTable } from '#desk/kit/data-table.tsx'
import { DocumentPreview } from '#desk/kit/document-preview.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { SignaturePad } from '#desk/kit/signature.tsx'
import { type BlockState, StateBlock } from '#desk/kit/state-block.tsx'
import '#desk/kit/signature.css'
import { changeLook, useShown } from '#desk/look/look-store.ts'
import { keepSampleFiles, PROBLEM, TEXT_FILE, UNREADABLE_FILE } from './kit-samples.ts'

const LIGHTS: readonly LightKind[] = ['good', 'watch', 'bad', 'not-started', 'none']
const STATES: readonly BlockState[] = [
  { kind: 'loading', rows: 2 },
  { kind: 'empty', title: '还没有人', about: '邀请第一位同事', action: <Button>邀请人员</Button> },
  { kind: 'error', problem: PROBLEM, retry: () => undefined },
  { kind: 'stale', at: '2026-03-02 09:05' },
]
const ROWS = [
  { name: '巡检次数', target: '≥12次', actual: 12, light: 'good' },
  { name: '运维事件响应时间', target: '≤10分钟', actual: 8, light: 'watch' },
  {
    name: '一个名字很长的指标，用来看清表格在手机上怎样换行而不横向滚动',
    target: '≥99.95%',
    actual: 99.2,
    light: 'bad',
  },
] as const

keepSampleFiles()

/** Every shared part of the desk in every state it has; looked at in each look and size by a test. */
export function KitPage() {
  const { dark } = useShown()
  const [looked, setLooked] = useState<string | null>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  return (
    <main className="page">
      <PageHead
        title="部件"
        about="开发时的样张"
        tools={<Button onClick={() => changeLook({ theme: dark ? 'light' : 'dark' })}>明暗</Button>}
        action={<Button type="primary">主要操作</Button>}
      />
      <Sample title="灯">
        <p className="kit-lights">
          {LIGHTS.map((kind) => (
            <Light key={kind} kind={kind} />
          ))}
          <Light kind="watch" word="更准的词" />
        </p>
      </Sample>
      <Sample title="表格">
        <DataTable
          caption="样表"
          columns={[
            { key: 'name', title: '三级指标', cell: ({ name }) => <span className="cell-name">{name}</span> },
            { key: 'target', title: '指标值', cell: ({ target }) => target },
            { key: 'actual', title: '实际', kind: 'number', cell: ({ actual }) => actual },
            { key: 'light', title: '亮灯', cell: ({ light }) => <Light kind={light} /> },
            {
              key: 'acts',
              title: '操作',
              kind: 'actions',
              cell: ({ name }) => <Button aria-label={`看 ${name}`}>看</Button>,
            },
          ]}
          rows={ROWS}
          keyOf={({ name }) => name}
        />
      </Sample>
      {STATES.map((state) => (
        <Sample key={state.kind} title={`状态 ${state.kind}`}>
          <StateBlock state={state} />
        </Sample>
      ))}
      <Sample title="拒绝">
        <ProblemAlert problem={PROBLEM} />
        <ProblemAlert problem={null} />
      </Sample>
      <Sample title="整页">
        <a href="/kit/list">列表页</a> <a href="/kit/import">清单导入</a>
      </Sample>
      <Sample title="事实">
        <dl className="facts">
          <dt>指标值</dt>
          <dd>≥12次</dd>
          <dt>实际</dt>
          <dd className="two-lines">
            <span>12</span>
            <span className="small">全部由记录算出</span>
          </dd>
        </dl>
      </Sample>
      <Sample title="签名">
        <SignaturePad className="signature-pad" label="在此手写签名" strokes={strokes} onChange={setStrokes} />
      </Sample>
      <Sample title="文件">
        <Button onClick={() => setLooked(TEXT_FILE)}>看文字</Button>{' '}
        <Button onClick={() => setLooked(UNREADABLE_FILE)}>看不能预览的</Button>
        {looked === null ? null : <DocumentPreview id={looked} open onClose={() => setLooked(null)} />}
      </Sample>
    </main>
  )
}

function Sample({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card kit-sample">
      <h2>{title}</h2>
      <div className="card-body">{children}</div>
    </section>
  )
}
