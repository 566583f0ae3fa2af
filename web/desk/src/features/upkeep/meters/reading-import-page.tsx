import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { OneListImport } from '#desk/kit/one-list-import.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '导入读数', en: 'Import readings' },
  kinds: {
    zh: '.xlsx（工作表名为“读数”）或 .csv，不超过 5 MB。时间写成 2025-03-05 或 2025-03-05 09:30；总数只在统计数上填。同一次读数按表计和时间认，同一份清单可以反复导入。',
    en: '.xlsx (a sheet called Readings) or .csv, at most 5 MB. Times as 2025-03-05 or 2025-03-05 09:30; of all for counts only. A reading is known by meter and time; the same list may be brought again and again.',
  },
  see: { zh: '看读数', en: 'See the readings' },
} as const

export function ReadingImportPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  return (
    <OneListImport
      title={say('title')}
      kinds={say('kinds')}
      readTemplate={() => api.readingLists.readReadingTemplate()}
      readList={(list) => api.readingLists.readReadingList(list)}
      markList={(list) => api.readingLists.markReadingList(list)}
      takeList={(list) => api.readingLists.takeReadingList(list)}
      onTaken={() => queryClient.invalidateQueries({ queryKey: queries.upkeepMeters.key() })}
      see={
        <Button type="primary" onClick={() => void navigate({ to: '/upkeep/meters' })}>
          {say('see')}
        </Button>
      }
    />
  )
}
