import { FormId } from '@shiji/contract/performance'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { SealVerdict } from './seal-verdict.tsx'
import './seals.css'

const WORDS = {
  about: {
    zh: '封存把每项指标此刻的读数和所依据的每条记录固定下来，根校验值记入账本；证据包不用本系统也能核对。',
    en: 'Sealing freezes what every row says and each record behind it; the root stands in the ledger, and the pack is verified without this product.',
  },
  none: { zh: '还没有封存过。', en: 'Not sealed yet.' },
  seal: { zh: '封存', en: 'Seal' },
  one: {
    zh: '第 {number} 次封存 · 数据截至 {at} · {by} · {rows} 项指标、{records} 条记录',
    en: 'Seal {number} · as of {at} · {by} · {rows} rows, {records} records',
  },
  pack: { zh: '取证据包', en: 'Take the evidence pack' },
  masked: { zh: '取遮盖本', en: 'Take it masked' },
  check: { zh: '与现有记录核对', en: 'Check against the records' },
  ofSeal: { zh: '（第 {number} 次封存）', en: '(seal {number})' },
} as const

type Seal = Awaited<ReturnType<typeof api.seals.listSeals>>[number]

/** 封存 and 证据包 of a declaration: made, taken away, held against what stands now. */
export function SealPanel({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const client = useQueryClient()
  const input = { id: FormId.parse(formId) }
  const kept = useQuery(queries.seals.listSeals.queryOptions({ input }))
  const seal = useMutation(
    queries.seals.sealDeclaration.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: queries.seals.key() }),
    }),
  )
  return (
    <div className="seals">
      <p className="small">{say('about')}</p>
      <ProblemAlert problem={seal.error} />
      {mayWrite ? (
        <Button type="primary" loading={seal.isPending} onClick={() => seal.mutate(input)}>
          {say('seal')}
        </Button>
      ) : null}
      <Loaded query={kept} rows={2}>
        {(found) =>
          found.length === 0 ? (
            <p>{say('none')}</p>
          ) : (
            <ul className="plain-list">
              {found.map((one) => (
                <OneSeal key={one.number} seal={one} id={input.id} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

function OneSeal({ seal, id }: { readonly seal: Seal; readonly id: FormId }) {
  const say = useWords(WORDS)
  const { number, asOf, sealedBy, rows, records, root } = seal
  const take = useHandOut((masked: boolean) => api.seals.takeEvidencePack({ id, number, masked: String(masked) }))
  const check = useMutation({ mutationFn: () => api.seals.checkSeal({ id, number }) })
  const ofSeal = <span className="visually-hidden">{say('ofSeal', { number })}</span>
  return (
    <li>
      <p>{say('one', { number, at: formatMoment(asOf), by: sealedBy, rows, records })}</p>
      <p className="small">
        <code className="seal-root">{root}</code>
      </p>
      <p className="seal-buttons">
        <Button size="small" loading={take.isPending} onClick={() => take.mutate(false)}>
          {say('pack')}
          {ofSeal}
        </Button>
        <Button size="small" disabled={take.isPending} onClick={() => take.mutate(true)}>
          {say('masked')}
          {ofSeal}
        </Button>
        <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
          {say('check')}
          {ofSeal}
        </Button>
      </p>
      <ProblemAlert problem={check.error as ProblemError | null} />
      {check.data === undefined ? null : <SealVerdict verdict={check.data} />}
    </li>
  )
}
