import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { OneListImport } from '#desk/kit/one-list-import.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '导入耗材备件', en: 'Import consumables and parts' },
  kinds: {
    zh: '.xlsx（工作表名为“耗材备件”）或 .csv，不超过 5 MB。同一种物料按所属单位和物料编码认；期初数量只用于新物料，再次导入不改变库存。',
    en: '.xlsx (a sheet called Consumables and parts) or .csv, at most 5 MB. An item is known by unit and code; the opening quantity is for new items, and a list brought again does not change how many there are.',
  },
  see: { zh: '看库存', en: 'See the store' },
} as const

export function StockImportPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  return (
    <OneListImport
      title={say('title')}
      kinds={say('kinds')}
      readTemplate={() => api.stockLists.readStockTemplate()}
      readList={(list) => api.stockLists.readStockList(list)}
      markList={(list) => api.stockLists.markStockList(list)}
      takeList={(list) => api.stockLists.takeStockList(list)}
      onTaken={() => queryClient.invalidateQueries({ queryKey: queries.stock.key() })}
      see={
        <Button type="primary" onClick={() => void navigate({ to: '/stock' })}>
          {say('see')}
        </Button>
      }
    />
  )
}
