import { Worker } from 'node:worker_threads'
import { fail, type Result } from '@shiji/kernel/result'
import { compiledHere } from '../compiled-here.ts'
import type { RawDocument } from './raw-document.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadProblem } from './read-problem.ts'
import { READER_LOADED, type ReadTask } from './read-task.ts'

const STACK_MEGABYTES = 4
const YOUNG_HEAP_MEGABYTES = 16

type Answer = Result<RawDocument, ReadProblem>

/**
 * Runs a reader in a thread that is stopped when it takes too long or too much memory, so that no file can hold up or
 * bring down the process. The thread ends with its answer.
 */
export async function readInThread(task: ReadTask, signal?: AbortSignal): Promise<Answer> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: task,
    transferList: [task.bytes.buffer],
    env: compiledHere(),
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: task.limits.heapMegabytes,
      maxYoungGenerationSizeMb: YOUNG_HEAP_MEGABYTES,
      stackSizeMb: STACK_MEGABYTES,
    },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const cancel = () => resolve(fail({ code: 'reading-cancelled', parameters: {} }))
  const giveUp = () => resolve(fail(tooSlow(task.limits)))
  const stopWatching = watchTime(worker, task.limits.milliseconds, giveUp)
  signal?.addEventListener('abort', cancel, { once: true })
  worker.on('message', (message: Answer | typeof READER_LOADED) => {
    if (message !== READER_LOADED) resolve(message)
  })
  worker.once('error', (error) => (isOutOfMemory(error) ? resolve(fail(outOfMemory(task.limits))) : reject(error)))

  try {
    return await promise
  } finally {
    stopWatching()
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

/** However long a busy machine keeps a reader waiting, nobody waits for it longer than so many times its limit. */
const MOST_WAITING = 8

/**
 * Gives up when the file itself has cost its time: what the thread spent since its reader was loaded counts, and not how
 * long a busy machine let it wait.
 */
function watchTime(worker: Worker, limitMs: number, giveUp: () => void): () => void {
  let loaded: NodeJS.CpuUsage | undefined
  const spentMs = async () => {
    const { user, system } = await worker.cpuUsage(loaded)
    return (user + system) / 1_000
  }
  const look = async () => {
    const left = limitMs - (await spentMs())
    if (left <= 0) giveUp()
    else timer = setTimeout(lookAgain, Math.max(left, SHORTEST_LOOK_MS))
  }
  // A thread that has ended says so itself.
  const lookAgain = () => void look().catch(() => undefined)
  let timer = setTimeout(lookAgain, limitMs)
  const last = setTimeout(giveUp, limitMs * MOST_WAITING)
  worker.on('message', (message: unknown) => {
    if (message !== READER_LOADED) return
    void worker.cpuUsage().then(
      (usage) => {
        loaded = usage
      },
      () => undefined,
    )
  })
  return () => {
    clearTimeout(timer)
    clearTimeout(last)
  }
}

const SHORTEST_LOOK_MS = 50

function tooSlow(limits: ReadLimits): ReadProblem {
  return { code: 'too-slow', parameters: { seconds: limits.milliseconds / 1_000 } }
}

function outOfMemory(limits: ReadLimits): ReadProblem {
  return { code: 'out-of-memory', parameters: { megabytes: limits.heapMegabytes } }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
