import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { ProblemError } from '#desk/api/problem-error.ts'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '这个页面没有打开', en: 'This page did not open' },
  about: {
    zh: '可能刚升级过。已保存的数据是安全的。请刷新；若仍不行，请告诉系统管理员。',
    en: 'The system may just have been upgraded. Saved data is safe. Reload; if it persists, tell the system administrator.',
  },
  reload: { zh: '刷新', en: 'Reload' },
} as const

/** What stands in for a page that could not be opened. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const say = useWords(WORDS)
  if (error instanceof ProblemError) return <StateBlock state={{ kind: 'error', problem: error, retry: reset }} />
  const reload = <Button onClick={() => window.location.reload()}>{say('reload')}</Button>
  return (
    <>
      <PageHead title={say('title')} />
      <StateBlock state={{ kind: 'empty', title: say('about'), action: reload }} />
    </>
  )
}
