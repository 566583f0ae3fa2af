/** Whether the server gives no answer at all; what it answers does not matter. */
export function isServerAway(): Promise<boolean> {
  return fetch('/api/health', { cache: 'no-store' }).then(
    () => false,
    () => true,
  )
}

/**
 * The router reloads the whole page when a part of it does not arrive. With the server away that would leave the person
 * before an empty window; under another message the page in place stays and says what happened.
 */
export function keepPageWhenPartsAreMissing(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    payload.message = `A part of the page did not arrive. ${payload.message}`
  })
}

const ASKED_AGAIN_AFTER_MS = 2_000
const askedAgain = new WeakSet<HTMLLinkElement>()

/** A style sheet that did not arrive is never asked for again by the browser; it is fetched once the server answers. */
export function bringMissingStyles(): void {
  const onMissing = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') void fetchAgain(target)
  }
  // Errors of elements are heard on their way down only.
  window.addEventListener('error', onMissing, { capture: true })
}

async function fetchAgain(sheet: HTMLLinkElement): Promise<void> {
  // A server that answers and still has no such sheet was upgraded: asking on would not end.
  if (askedAgain.has(sheet) && !(await isServerAway())) return
  do await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN_AFTER_MS))
  while (await isServerAway())
  const again = document.createElement('link')
  again.rel = 'stylesheet'
  again.href = sheet.href
  askedAgain.add(again)
  sheet.replaceWith(again)
}
