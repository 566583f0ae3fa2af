import type { RawDocument } from './raw-document.ts'
import { refuseReading } from './read-problem.ts'
import type { ReadTask } from './read-task.ts'

export async function readPdf(task: ReadTask): Promise<RawDocument> {
  return refuseReading('kind-unsupported', { kind: `PDF ${task.name}` })
}
