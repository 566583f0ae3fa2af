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
