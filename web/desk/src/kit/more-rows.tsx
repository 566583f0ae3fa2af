import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'

type MoreProps = {
  readonly pages: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>
  readonly word: string
}

/** The next part of a list, while there is one. */
export function MoreRows({ pages, word }: MoreProps) {
  if (!pages.hasNextPage) return null
  return (
    <p className="more-rows">
      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {word}
      </Button>
    </p>
  )
}
