import { FormId } from '@shiji/contract/performance'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { FormHead } from '../sheet/form-head.tsx'
import '../forms.css'
import './results.css'

const WORDS = {
  about: {
    zh: '公开件不印姓名、电话和下面勾选的行',
    en: 'The public copy leaves out names, telephones and the rows ticked below',
  },
  caption: { zh: '哪些行不公开', en: 'Rows kept back' },
  indicator: { zh: '指标', en: 'Indicator' },
  promise: { zh: '目标 → 实际', en: 'Target → actual' },
  keep: { zh: '不公开', en: 'Kept back' },
  keepOf: { zh: '不公开：{name}', en: 'Keep back: {name}' },
  reason: { zh: '理由', en: 'Reason' },
  reasonOf: { zh: '不公开的理由：{name}', en: 'Reason to keep back: {name}' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  missing: { zh: '不公开的行都要写理由。', en: 'Every row kept back needs its reason.' },
  docx: { zh: '公开件 Word', en: 'Public copy in Word' },
  xlsx: { zh: '公开件 Excel', en: 'Public copy in Excel' },
  pdf: { zh: '公开件 PDF', en: 'Public copy in PDF' },
} as const

const KINDS = ['docx', 'xlsx', 'pdf'] as const

type Row = { readonly position: number; readonly name: string; readonly level3: string; readonly promise: string }

/** 公开: what everybody may see of a form. */
export function PublicationPage() {
  const say = useWords(WORDS)
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/publication' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  const kept = useQuery(queries.results.listKeptBack.queryOptions({ input: { id: FormId.parse(formId) } }))
  return (
    <Loaded query={opened}>
      {(form) => (
        <>
          <FormHead form={form} about={say('about')} />
          <Loaded query={kept}>{({ rows }) => <KeepBack key={form.id} form={form} kept={rows} />}</Loaded>
        </>
      )}
    </Loaded>
  )
}

type KeepBackProps = {
  readonly form: OpenedForm
  readonly kept: readonly { readonly indicator: string; readonly reason: string }[]
}

function KeepBack({ form, kept }: KeepBackProps) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const message = useFeedback()
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(
    new Map(kept.map(({ indicator, reason }) => [indicator, reason])),
  )
  const id = FormId.parse(form.id)
  const save = useMutation(
    queries.results.keepBack.mutationOptions({
      onSuccess: () => {
        message.success(say('saved'))
        return queryClient.invalidateQueries({ queryKey: queries.results.listKeptBack.key() })
      },
    }),
  )
  const print = useHandOut((as: (typeof KINDS)[number]) => api.results.printPublicCopy({ id, as }))
  const rows = form.content.indicators.map(({ level1, level2, level3, target, actual }, position): Row => {
    const promise = actual === null || actual === '' ? target : `${target} → ${actual}`
    return { position, name: [level1, level2, level3].join('-'), level3, promise }
  })
  const put = (name: string, reason: string | null) =>
    setReasons((now) => {
      const next = new Map(now)
      if (reason === null) next.delete(name)
      else next.set(name, reason)
      return next
    })
  const isMissing = [...reasons.values()].some((reason) => reason.trim() === '')
  const send = () =>
    save.mutate({ id, rows: [...reasons].map(([indicator, reason]) => ({ indicator, reason: reason.trim() })) })
  return (
    <>
      <p className="results-tools">
        {KINDS.map((as) => (
          <Button key={as} loading={print.isPending && print.variables === as} onClick={() => print.mutate(as)}>
            {say(as)}
          </Button>
        ))}
      </p>
      <DataTable
        caption={say('caption')}
        columns={useColumns({ reasons, put, mayWrite })}
        rows={rows}
        keyOf={({ position }) => String(position)}
      />
      <ProblemAlert problem={save.error} />
      {mayWrite ? (
        <p className="results-tools">
          <Button type="primary" disabled={isMissing} loading={save.isPending} onClick={send}>
            {say('save')}
          </Button>
          {isMissing ? <span className="small">{say('missing')}</span> : null}
        </p>
      ) : null}
    </>
  )
}

type Keeping = {
  readonly reasons: ReadonlyMap<string, string>
  readonly put: (name: string, reason: string | null) => void
  readonly mayWrite: boolean
}

function useColumns({ reasons, put, mayWrite }: Keeping): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'indicator',
      title: say('indicator'),
      width: '32%',
      cell: ({ level3 }) => <span className="cell-name">{level3}</span>,
    },
    { key: 'promise', title: say('promise'), cell: ({ promise }) => promise },
    {
      key: 'keep',
      title: say('keep'),
      cell: ({ name, level3 }) => (
        <Checkbox
          aria-label={say('keepOf', { name: level3 })}
          checked={reasons.has(name)}
          disabled={!mayWrite}
          onChange={({ target }) => put(name, target.checked ? '' : null)}
        />
      ),
    },
    {
      key: 'reason',
      title: say('reason'),
      width: '30%',
      cell: ({ name, level3 }) => {
        const reason = reasons.get(name)
        if (reason === undefined) return '—'
        if (!mayWrite) return reason
        return (
          <Input
            aria-label={say('reasonOf', { name: level3 })}
            value={reason}
            maxLength={500}
            onChange={({ target }) => put(name, target.value)}
          />
        )
      },
    },
  ]
}
