import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compiledHere } from '../../compiled-here.ts'
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

/** Fonts and compiler hold some 100 MB. Only a process gives them back whole, so it ends when nothing is printed. */
const IDLE_MS = 20_000
const LITTLE_YOUNG_HEAP = '--max-semi-space-size=4'

/** One document after another in one process, started with the first document and replaced when it is lost or too slow. */
export function startPdfQueue(
  workerFile: string = fileURLToPath(new URL('./pdf-worker.ts', import.meta.url)),
  idleMs: number = IDLE_MS,
): PdfQueue {
  const waiting: Job[] = []
  let running: Job | null = null
  let worker: ChildProcess | null = null
  let timer: NodeJS.Timeout | undefined
  let rest: NodeJS.Timeout | undefined
  let lastNumber = 0

  function startWorker(): ChildProcess {
    // The flags of the command line (--input-type, --watch) are no concern of the worker.
    const started = fork(workerFile, {
      execArgv: [LITTLE_YOUNG_HEAP],
      env: { ...process.env, ...compiledHere() },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.on('message', (message) => {
      const delivery = message as PdfDelivery
      if (worker === started && delivery.number === running?.order.number) finishRunning(delivery.outcome)
    })
    const lose = (reason: string) => {
      if (worker !== started) return
      worker = null
      finishRunning({ kind: 'worker-lost', reason })
    }
    started.on('error', (error) => lose(error.message))
    started.on('exit', (code, signal) => lose(code === null ? `signal ${signal}` : `exit code ${code}`))
    return started
  }

  function runNext(): void {
    if (running !== null) return
    running = waiting.shift() ?? null
    if (running === null) {
      // An idle worker must not keep a command line alive.
      if (worker !== null) letGo(worker)
      rest = setTimeout(endWorker, idleMs).unref()
      return
    }
    clearTimeout(rest)
    worker ??= startWorker()
    worker.ref()
    worker.channel?.ref()
    timer = setTimeout(replaceWorker, running.timeLimitMs)
    worker.send(running.order)
  }

  function replaceWorker(): void {
    endWorker()
    finishRunning({ kind: 'timed-out' })
  }

  function endWorker(): void {
    const ended = worker
    worker = null
    if (ended === null) return
    letGo(ended)
    ended.kill('SIGKILL')
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

function letGo(worker: ChildProcess): void {
  worker.unref()
  worker.channel?.unref()
}
