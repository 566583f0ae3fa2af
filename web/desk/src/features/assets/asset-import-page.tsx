import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { OneListImport } from '#desk/kit/one-list-import.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '导入资产', en: 'Import assets' },
  kinds: {
    zh: '.xlsx（工作表名为“资产”）或 .csv，不超过 5 MB。同一件资产按使用单位和资产编号认；同一份清单可以反复导入。',
    en: '.xlsx (a sheet called Assets) or .csv, at most 5 MB. An asset is known by unit and number; the same list may be brought again and again.',
  },
  see: { zh: '看台账', en: 'See the ledger' },
} as const

export function AssetImportPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  return (
    <OneListImport
      title={say('title')}
      kinds={say('kinds')}
      readTemplate={() => api.assetLists.readAssetTemplate()}
      readList={(list) => api.assetLists.readAssetList(list)}
      markList={(list) => api.assetLists.markAssetList(list)}
      takeList={(list) => api.assetLists.takeAssetList(list)}
      onTaken={() => queryClient.invalidateQueries({ queryKey: queries.assets.key() })}
      see={
        <Button type="primary" onClick={() => void navigate({ to: '/equipment' })}>
          {say('see')}
        </Button>
      }
    />
  )
}
