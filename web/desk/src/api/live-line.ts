/** What the server says has changed; `missed` stands for everything. */
export type LiveNews = { readonly topic: string; readonly about: string | null } | 'missed'

const hearers = new Set<(news: LiveNews) => void>()
const POLL_MS = 20_000
const AGAIN_MS = 60_000

let source: EventSource | null = null
let polling: ReturnType<typeof setInterval> | null = null

/** One line for the whole page, open while somebody listens. */
export function hearLive(hear: (news: LiveNews) => void): () => void {
  hearers.add(hear)
  if (source === null && polling === null) open()
  return () => {
    hearers.delete(hear)
    if (hearers.size === 0) close()
  }
}

function open(): void {
  source = new EventSource('/api/live')
  source.addEventListener('changed', ({ data }) => tell(JSON.parse(data) as LiveNews))
  source.addEventListener('missed', () => tell('missed'))
  source.addEventListener('ready', stopPolling)
  // The browser tries again by itself, unless it was refused.
  source.addEventListener('error', () => {
    if (source?.readyState === EventSource.CLOSED) poll()
  })
}

/** Without a line everything shown is asked again from time to time, and the line is tried again. */
function poll(): void {
  source = null
  const tries = Math.round(AGAIN_MS / POLL_MS)
  let rounds = 0
  polling ??= setInterval(() => {
    rounds += 1
    tell('missed')
    if (rounds % tries === 0 && source === null) open()
  }, POLL_MS)
}

function stopPolling(): void {
  if (polling !== null) clearInterval(polling)
  polling = null
}

function close(): void {
  source?.close()
  source = null
  stopPolling()
}

function tell(news: LiveNews): void {
  for (const hear of hearers) hear(news)
}
