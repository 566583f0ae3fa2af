import { Worker } from 'node:worker_threads'
import type { PdfOutcome, PdfRequest } from './pdf-compiler.ts'
import type { PdfDelivery, PdfOrder } from './pdf-worker.ts'

export type PdfEnd =
  | PdfOutcome
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'worker-lost'; readonly reason: string }

export type PdfQueue = {
  /** Rejects only with the reason of the signal. */
  readonly add: (
    request: PdfRequest,
    limits: { timeLimitMs: number; signal?: AbortSignal | undefined },
  ) => Promise<PdfEnd>
}

type Job = {
  readonly order: PdfOrder
  readonly timeLimitMs: number
  readonly finish: (end: PdfEnd) => void
}

/** One document after another in one worker, started with the first document and replaced when it is lost or too slow. */
export function startPdfQueue(workerFile: URL = new URL('./pdf-worker.ts', import.meta.url)): PdfQueue {
  const waiting: Job[] = []
  let running: Job | null = null
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let lastNumber = 0

  function startWorker(): Worker {
    // The flags of the command line (--input-type, --watch) are no concern of the worker.
    const started = new Worker(workerFile, { execArgv: [] })
    started.on('message', (delivery: PdfDelivery) => {
      if (worker === started && delivery.number === running?.order.number) finishRunning(delivery.outcome)
    })
    const lose = (reason: string) => {
      if (worker !== started) return
      worker = null
      finishRunning({ kind: 'worker-lost', reason })
    }
    started.on('error', (error) => lose(error instanceof Error ? error.message : String(error)))
    started.on('exit', (code) => lose(`exit code ${code}`))
    return started
  }

  function runNext(): void {
    if (running !== null) return
    running = waiting.shift() ?? null
    if (running === null) {
      // An idle worker must not keep a command line alive.
      worker?.unref()
      return
    }
    worker ??= startWorker()
    worker.ref()
    timer = setTimeout(replaceWorker, running.timeLimitMs)
    worker.postMessage(running.order)
  }

  function replaceWorker(): void {
    const slow = worker
    worker = null
    slow?.unref()
    void slow?.terminate()
    finishRunning({ kind: 'timed-out' })
  }

  function finishRunning(end: PdfEnd): void {
    const job = running
    clearTimeout(timer)
    running = null
    job?.finish(end)
    runNext()
  }

  return {
    add: (request, { timeLimitMs, signal }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const leave = () => {
          const place = waiting.indexOf(job)
          if (place >= 0) waiting.splice(place, 1)
          reject(signal?.reason)
        }
        const finish = (end: PdfEnd) => {
          signal?.removeEventListener('abort', leave)
          resolve(end)
        }
        const job: Job = { order: { number: ++lastNumber, request }, timeLimitMs, finish }
        signal?.addEventListener('abort', leave, { once: true })
        waiting.push(job)
        runNext()
      }),
  }
}
