/** What this browser keeps under a key, as it was stored; null when there is nothing, or what is there is no JSON. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

export function store(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value))
}
