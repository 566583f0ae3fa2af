import { parentPort, workerData } from 'node:worker_threads'
import { fail, ok, type Result } from '@shiji/kernel/result'
import { loadReader } from './load-reader.ts'
import type { RawDocument } from './raw-document.ts'
import { type ReadProblem, ReadRefusal } from './read-problem.ts'
import { READER_LOADED, type ReadTask, type TaskReader } from './read-task.ts'

const task = workerData as ReadTask
const damaged: ReadProblem = { code: 'damaged', parameters: { part: task.kind } }

/** Parsers throw all kinds of errors on broken files, so any error but a refusal means that the file is damaged. */
async function readWith(read: TaskReader): Promise<Result<RawDocument, ReadProblem>> {
  try {
    return ok(await read(task))
  } catch (cause) {
    return fail(cause instanceof ReadRefusal ? cause.problem : damaged)
  }
}

const read = await loadReader(task.kind)
parentPort?.postMessage(READER_LOADED)
process.once('uncaughtException', () => parentPort?.postMessage(fail(damaged)))
parentPort?.postMessage(await readWith(read))
