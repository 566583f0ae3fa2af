import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { handOut } from '#desk/kit/hand-out.ts'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './ledger.css'
import { LedgerFilter } from './ledger-filter.tsx'
import { LedgerTable } from './ledger-table.tsx'

const WORDS = {
  title: { zh: '操作账本', en: 'Ledger' },
  about: {
    zh: '谁在什么时候对哪条记录做了什么；只增不改',
    en: 'Who did what when on which record; nothing is ever changed',
  },
  take: { zh: '导出表格', en: 'Export' },
  file: { zh: '操作账本.csv', en: 'ledger.csv' },
} as const

export function LedgerPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const question = useSearch({ from: '/desk/ledger' })
  const take = useMutation(
    queries.ledger.exportLedger.mutationOptions({ onSuccess: (file) => handOut(file, say('file')) }),
  )
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        action={
          <Button loading={take.isPending} onClick={() => take.mutate(question)}>
            {say('take')}
          </Button>
        }
      />
      <ProblemAlert problem={take.error} />
      <LedgerFilter
        key={JSON.stringify(question)}
        question={question}
        onAsk={(asked) => void navigate({ to: '/ledger', search: asked, replace: true })}
      />
      <LedgerTable question={question} />
    </>
  )
}
