import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ChooseList } from '#desk/kit/choose-list.tsx'
import { DropPlace } from '#desk/kit/drop-place.tsx'
import { handOut } from '#desk/kit/hand-out.ts'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { IssuedLinks } from './issued-links.tsx'
import '#desk/kit/list-import.css'
import '#desk/kit/on-paper.css'
import { ListPreview } from './list-preview.tsx'
import { type ListOnItsWay, type ReadList, useList } from './use-list.ts'

const WORDS = {
  title: { zh: '导入单位和人员', en: 'Import units and people' },
  about: { zh: '先预览，再确认；确认之前什么都不会写入', en: 'You look first; nothing is saved before you confirm' },
  template: { zh: '下载模板', en: 'Template' },
  choose: { zh: '选择名单文件', en: 'Choose the list' },
  other: { zh: '换一个文件', en: 'Another file' },
  marked: { zh: '下载标注文件', en: 'Take the marked file' },
  take: { zh: '确认导入', en: 'Import' },
  kinds: {
    zh: '.xlsx（工作表名为“单位”“人员”）或 .csv，不超过 5 MB。单位按代码认，没有代码的按“上级＋名称”认；人员按工号认，没有工号的按登录名认。同一份名单可以反复导入。',
    en: '.xlsx (sheets called Units and People) or .csv, at most 5 MB. A unit is known by its code, else by name and unit above; a person by staff number, else by login. The same list may be brought again and again.',
  },
} as const

/** A list of the office comes in: chosen, looked at, taken whole; its links are handed out once. */
export function ListImportPage() {
  const say = useWords(WORDS)
  const list = useList()
  const [renew, setRenew] = useState(false)
  const { reading, taking, marking, choose } = list
  const template = useMutation(
    queries.directoryImport.readListTemplate.mutationOptions({ onSuccess: (file) => handOut(file) }),
  )
  if (taking.isSuccess) return <IssuedLinks taken={taking.data} title={say('title')} />
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
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={tools}
        action={<NextStep list={list} renew={renew} />}
      />
      <ProblemAlert problem={taking.error ?? marking.error ?? template.error ?? reading.error} />
      {reading.isPending ? <StateBlock state={{ kind: 'loading' }} /> : null}
      {reading.isSuccess ? (
        <ListPreview name={reading.variables.file.name} reading={reading.data} renew={renew} onRenew={setRenew} />
      ) : null}
      {reading.isIdle || reading.isError ? <DropPlace kinds={say('kinds')} onChoose={choose} /> : null}
    </>
  )
}

/** The one primary action: choose, then correct or take. */
function NextStep({ list, renew }: { readonly list: ListOnItsWay; readonly renew: boolean }) {
  const say = useWords(WORDS)
  const { reading, marking, taking, choose } = list
  if (!reading.isSuccess) return <ChooseList primary label={say('choose')} onChoose={choose} />
  const { file } = reading.variables
  if (reading.data.wrongCells > 0) {
    return (
      <Button type="primary" loading={marking.isPending} onClick={() => marking.mutate({ file })}>
        {say('marked')}
      </Button>
    )
  }
  const { fingerprint } = reading.data
  const linksFor = renew ? 'all-not-yet-in' : 'new'
  return (
    <Button
      type="primary"
      loading={taking.isPending}
      disabled={!(renew || changesAnything(reading.data))}
      onClick={() => taking.mutate({ file, fingerprint, linksFor })}
    >
      {say('take')}
    </Button>
  )
}

function changesAnything({ units, people }: ReadList): boolean {
  return units.made + units.changed + people.made + people.changed > 0
}
