import type { api } from '#desk/api/client.ts'

/** A form as the server hands it out. */
export type OpenedForm = Awaited<ReturnType<typeof api.performance.openForm>>
export type FormFinding = OpenedForm['findings'][number]
export type FormScore = NonNullable<OpenedForm['score']>
