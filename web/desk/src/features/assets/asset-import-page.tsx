import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ChooseList } from '#desk/kit/choose-list.tsx'
import { DropPlace } from '#desk/kit/drop-place.tsx'
import { handOut } from '#desk/kit/hand-out.ts'
import { Light } from '#desk/kit/light.tsx'
import { ListFaults } from '#desk/kit/list-faults.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './assets.css'

const WORDS = {
  title: { zh: '导入资产', en: 'Import assets' },
  about: { zh: '先预览，再确认；确认之前什么都不会写入', en: 'You look first; nothing is saved before you confirm' },
  template: { zh: '下载模板', en: 'Template' },
  choose: { zh: '选择清单文件', en: 'Choose the list' },
  other: { zh: '换一个文件', en: 'Another file' },
  marked: { zh: '下载标注文件', en: 'Take the marked file' },
  take: { zh: '确认导入', en: 'Import' },
  kinds: {
    zh: '.xlsx（工作表名为“资产”）或 .csv，不超过 5 MB。同一件资产按使用单位和资产编号认；同一份清单可以反复导入。',
    en: '.xlsx (a sheet called Assets) or .csv, at most 5 MB. An asset is known by unit and number; the same list may be brought again and again.',
  },
  counts: {
    zh: '{name}：新增 {made}，变更 {changed}，不变 {unchanged}',
    en: '{name}: {made} new, {changed} changed, {unchanged} unchanged',
  },
  fine: { zh: '没有错误，可以导入', en: 'No faults; it can be taken' },
  nothing: { zh: '没有错误，也没有变动', en: 'No faults, and nothing changes' },
  wrong: { zh: '{rows} 行有 {cells} 处错误，改正后再导入', en: '{cells} faults in {rows} rows; correct them first' },
  done: { zh: '已导入：新增 {made} 件，变更 {changed} 件', en: 'Imported: {made} new, {changed} changed' },
  see: { zh: '看台账', en: 'See the ledger' },
} as const

/** A list of assets comes in: chosen, looked at, taken whole. */
export function AssetImportPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const reading = useMutation(queries.assetLists.readAssetList.mutationOptions())
  const marking = useMutation(queries.assetLists.markAssetList.mutationOptions({ onSuccess: (file) => handOut(file) }))
  const taking = useMutation(
    queries.assetLists.takeAssetList.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.assets.key() }),
    }),
  )
  const template = useMutation(
    queries.assetLists.readAssetTemplate.mutationOptions({ onSuccess: (file) => handOut(file) }),
  )
  const choose = (file: File) => {
    marking.reset()
    taking.reset()
    reading.mutate({ file })
  }
  if (taking.isSuccess) {
    const see = (
      <Button type="primary" onClick={() => void navigate({ to: '/equipment' })}>
        {say('see')}
      </Button>
    )
    const { made, changed } = taking.data
    return (
      <>
        <PageHead title={say('title')} />
        <div role="status">
          <StateBlock state={{ kind: 'empty', title: say('done', { made, changed }), action: see }} />
        </div>
      </>
    )
  }
  const next = reading.isSuccess ? (
    reading.data.wrongCells > 0 ? (
      <Button type="primary" loading={marking.isPending} onClick={() => marking.mutate(reading.variables)}>
        {say('marked')}
      </Button>
    ) : (
      <Button
        type="primary"
        loading={taking.isPending}
        disabled={reading.data.made + reading.data.changed === 0}
        onClick={() => taking.mutate({ file: reading.variables.file, fingerprint: reading.data.fingerprint })}
      >
        {say('take')}
      </Button>
    )
  ) : (
    <ChooseList primary label={say('choose')} onChoose={choose} />
  )
  const tools = (
    <>
      <Button loading={template.isPending} onClick={() => template.mutate({})}>
        {say('template')}
      </Button>
      {reading.isSuccess ? <ChooseList label={say('other')} onChoose={choose} /> : null}
    </>
  )
  return (
    <>
      <PageHead title={say('title')} about={say('about')} tools={tools} action={next} />
      <ProblemAlert problem={taking.error ?? marking.error ?? template.error ?? reading.error} />
      {reading.isPending ? <StateBlock state={{ kind: 'loading' }} /> : null}
      {reading.isSuccess ? <Preview name={reading.variables.file.name} reading={reading.data} /> : null}
      {reading.isIdle || reading.isError ? <DropPlace kinds={say('kinds')} onChoose={choose} /> : null}
    </>
  )
}

type Reading = Awaited<ReturnType<typeof api.assetLists.readAssetList>>

function Preview({ name, reading }: { readonly name: string; readonly reading: Reading }) {
  const say = useWords(WORDS)
  const { made, changed, unchanged, wrongCells, wrongRows, problems, notes } = reading
  return (
    <div className="asset-sections" aria-live="polite">
      <section className="card card-body asset-name">
        <strong>{say('counts', { name, made, changed, unchanged })}</strong>
        <span>
          {wrongCells > 0 ? (
            <Light kind="bad" word={say('wrong', { rows: wrongRows, cells: wrongCells })} />
          ) : (
            <Light kind={made + changed > 0 ? 'good' : 'none'} word={say(made + changed > 0 ? 'fine' : 'nothing')} />
          )}
        </span>
        {notes.map((note) => (
          <span key={note} className="small">
            {note}
          </span>
        ))}
      </section>
      {wrongCells > 0 ? <ListFaults faults={problems} all={wrongCells} /> : null}
    </div>
  )
}
