import { Worker } from 'node:worker_threads'
import { fail, type Result } from '@shiji/kernel/result'
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
    env: {},
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
  const timer = setTimeout(() => resolve(fail(tooSlow(task.limits))), task.limits.milliseconds)
  signal?.addEventListener('abort', cancel, { once: true })
  // A busy machine takes long to load a reader; only what the file itself costs counts.
  worker.on('message', (message: Answer | typeof READER_LOADED) => {
    if (message === READER_LOADED) timer.refresh()
    else resolve(message)
  })
  worker.once('error', (error) => (isOutOfMemory(error) ? resolve(fail(outOfMemory(task.limits))) : reject(error)))

  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

function tooSlow(limits: ReadLimits): ReadProblem {
  return { code: 'too-slow', parameters: { seconds: limits.milliseconds / 1_000 } }
}

function outOfMemory(limits: ReadLimits): ReadProblem {
  return { code: 'out-of-memory', parameters: { megabytes: limits.heapMegabytes } }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
