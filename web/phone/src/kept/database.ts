/** What the phone keeps: `outbox` until it has arrived, `kept` what was read last, to be shown without a network. */
const NAME = 'shiji-phone'
const VERSION = 1
type StoreName = 'outbox' | 'kept'

let opened: Promise<IDBDatabase> | null = null

/** One transaction; resolves when it is on the disk of the phone. */
export async function inStore<Result>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  opened ??= open()
  const database = await opened
  return new Promise((resolve, reject) => {
    // Killed a moment later, the entry must be there: it is written through.
    const transaction = database.transaction(name, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
    const request = work(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('the phone did not keep it'))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
      request.result.createObjectStore('kept')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
