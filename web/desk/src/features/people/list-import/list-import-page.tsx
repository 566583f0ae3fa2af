import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ListImport } from '#desk/kit/list-import.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { IssuedLinks } from './issued-links.tsx'
import { changesIn, ListPreview } from './list-preview.tsx'
import '#desk/kit/list-import.css'
import '#desk/kit/on-paper.css'

const WORDS = {
  title: { zh: '导入单位和人员', en: 'Import units and people' },
  kinds: {
    zh: '.xlsx（工作表名为“单位”“人员”）或 .csv，不超过 5 MB。单位按代码认，没有代码的按“上级＋名称”认；人员按工号认，没有工号的按登录名认。同一份名单可以反复导入。',
    en: '.xlsx (sheets called Units and People) or .csv, at most 5 MB. A unit is known by its code, else by name and unit above; a person by staff number, else by login. The same list may be brought again and again.',
  },
} as const

/** Units and people come in; their links are handed out once. */
export function ListImportPage() {
  const say = useWords(WORDS)
  const [renew, setRenew] = useState(false)
  return (
    <ListImport
      title={say('title')}
      kinds={say('kinds')}
      readTemplate={() => api.directoryImport.readListTemplate()}
      readList={(list) => api.directoryImport.readList(list)}
      markList={(list) => api.directoryImport.markList(list)}
      takeList={(list) => api.directoryImport.takeList({ ...list, linksFor: renew ? 'all-not-yet-in' : 'new' })}
      onTaken={() =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: queries.directory.listUnits.key() }),
          queryClient.invalidateQueries({ queryKey: queries.directory.listPeople.key() }),
        ])
      }
      doesAnything={(reading) => renew || changesIn(reading) > 0}
      preview={(name, reading) => <ListPreview name={name} reading={reading} renew={renew} onRenew={setRenew} />}
      done={(taken) => <IssuedLinks taken={taken} title={say('title')} />}
    />
  )
}
