import type { Person } from '@shiji/contract/directory'
import type { z } from 'zod'

export type ListedPerson = z.infer<typeof Person>
