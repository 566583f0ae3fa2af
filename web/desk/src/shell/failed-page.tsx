import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { ProblemError } from '#desk/api/problem-error.ts'
import { isServerAway } from '#desk/api/server-away.ts'
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
  away: { zh: '连不上服务器，这个页面还没有读到。', en: 'The server cannot be reached; this page is not here yet.' },
  awayAbout: {
    zh: '已保存的数据是安全的，打开过的页面仍可以看。请检查网络后重试。',
    en: 'Saved data is safe, and pages opened before can still be read. Check the network and try again.',
  },
  retry: { zh: '重试', en: 'Try again' },
} as const

/** What stands in for a page that could not be opened. */
export function FailedPage({ error }: ErrorComponentProps) {
  const say = useWords(WORDS)
  const router = useRouter()
  const retry = () => void router.invalidate()
  if (error instanceof ProblemError) return <StateBlock state={{ kind: 'error', problem: error, retry }} />
  return (
    <>
      <PageHead title={say('title')} />
      <PartMissing error={error} retry={retry} />
    </>
  )
}

type PartMissingProps = { readonly error: unknown; readonly retry: () => void }

/** A part of the page did not arrive: the server is away, or it was upgraded and keeps this part no longer. */
function PartMissing({ error, retry }: PartMissingProps) {
  const say = useWords(WORDS)
  const [asked, setAsked] = useState<{ about: unknown; isAway: boolean } | null>(null)
  useEffect(() => {
    void isServerAway().then((isAway) => setAsked({ about: error, isAway }))
  }, [error])
  if (asked === null || asked.about !== error) return <StateBlock state={{ kind: 'loading', rows: 2 }} />
  if (asked.isAway) {
    const action = <Button onClick={retry}>{say('retry')}</Button>
    return <StateBlock state={{ kind: 'empty', title: say('away'), about: say('awayAbout'), action }} />
  }
  const reload = <Button onClick={() => window.location.reload()}>{say('reload')}</Button>
  return <StateBlock state={{ kind: 'empty', title: say('about'), action: reload }} />
}
