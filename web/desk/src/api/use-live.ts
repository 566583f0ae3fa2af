import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hearLive } from './live-line.ts'

/**
 * Asks these queries again when the server says that something of the topic has changed: `useLive('evidence',
 * queries.evidenceRows.key())`. With `about` only changes of that one count.
 */
export function useLive(topic: string, key: QueryKey, about?: string): void {
  const client = useQueryClient()
  const asked = JSON.stringify(key)
  useEffect(() => {
    const queryKey = JSON.parse(asked) as QueryKey
    return hearLive((news) => {
      const concerns =
        news === 'missed' ||
        (news.topic === topic && (about === undefined || news.about === null || news.about === about))
      if (concerns) void client.invalidateQueries({ queryKey })
    })
  }, [client, topic, asked, about])
}
