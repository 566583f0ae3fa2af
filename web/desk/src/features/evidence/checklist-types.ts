import type { api } from '#desk/api/client.ts'

export type Checklist = Awaited<ReturnType<typeof api.checklists.readChecklist>>
export type ChecklistItem = Checklist['items'][number]
export type RowPlace = { readonly id: string; readonly position: number }
