import { z } from 'zod'

/**
 * What a state in words such as 健全 or 规范 asks for, item by item: `packs/<place>/checklists/*.json`. Each item is
 * proved by a file or a record (rules.md §4.3). A list without items is one the office writes itself, such as its sites.
 */

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

export const CHECKLIST_KEY = /^[a-z]+(-[a-z]+)*$/

export const ChecklistPack = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  source: z.string().min(1),
  lists: z
    .array(
      z.strictObject({
        key: z.string().regex(CHECKLIST_KEY),
        name: bilingual,
        /** In the language of the forms. */
        items: z.array(z.string().min(1).max(200)),
      }),
    )
    .min(1),
})

export type ChecklistPack = z.infer<typeof ChecklistPack>
export type Checklist = ChecklistPack['lists'][number]
