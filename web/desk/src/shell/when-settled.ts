const SETTLED_AFTER_MS = 3_000

/** Settles when a page just opened has long been shown: the time to bring what may be wanted later. */
export function whenSettled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLED_AFTER_MS))
}
