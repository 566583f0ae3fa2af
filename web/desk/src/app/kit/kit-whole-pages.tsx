import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ListPage } from '#desk/kit/list-page.tsx'
import { OneListImport } from '#desk/kit/one-list-import.tsx'
import { YearChoice } from '#desk/kit/year-choice.tsx'

const COMPLAINTS = [
  { id: '1', what: '等了两天没有回音', unit: '湖畔小学' },
  { id: '2', what: '换下的硬盘没有退还', unit: '教育信息中心' },
]

/** A page that is a list, with rows and without. */
export function KitListPage() {
  const [year, setYear] = useState(2026)
  const query = useQuery<typeof COMPLAINTS, never>({
    queryKey: ['kit', 'list', year],
    queryFn: () => (year === 2026 ? COMPLAINTS : []),
  })
  return (
    <main className="page">
      <ListPage
        title="投诉登记"
        about="谁投诉了什么"
        tools={<YearChoice year={year} onChoose={setYear} />}
        action={<Button type="primary">登记投诉</Button>}
        query={query}
        columns={[
          { key: 'what', title: '投诉', cell: ({ what }) => <span className="cell-name">{what}</span> },
          { key: 'unit', title: '单位', cell: ({ unit }) => unit },
        ]}
        none={{ title: `${year} 年没有登记过投诉`, about: '没有登记不等于没有投诉。' }}
      />
    </main>
  )
}

const FAULT = { sheet: '资产', cell: 'C4', reason: '没有“飞机”这个类别。请填其中之一：网络设备、服务器。' }

/** A list on its way in: whichever file is chosen, one of its cells is wrong. */
export function KitImportPage() {
  const none = async () => new File([], '资产.xlsx')
  return (
    <main className="page">
      <OneListImport
        title="导入资产"
        kinds=".xlsx 或 .csv，不超过 5 MB。"
        readTemplate={none}
        readList={async () => ({
          made: 12,
          changed: 1,
          unchanged: 30,
          wrongCells: 1,
          wrongRows: 1,
          problems: [FAULT],
          notes: ['1 个公式单元格（首个 B3）按文件里显示的值读取。'],
          fingerprint: '',
        })}
        markList={none}
        takeList={async () => ({ made: 12, changed: 1, unchanged: 30 })}
        onTaken={async () => undefined}
        see={<Button type="primary">看台账</Button>}
      />
    </main>
  )
}
