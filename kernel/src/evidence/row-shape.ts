import { z } from 'zod'

/** The eleven shapes of promises; the shape decides the picture and how headroom is told (screens.md §3.2). */
export const RowShape = z.enum([
  'ratio',
  'count',
  'time',
  'availability',
  'frequency',
  'plan',
  'milestone',
  'words',
  'satisfaction',
  'presence',
  'money',
])
export type RowShape = z.infer<typeof RowShape>

/** How a record proves: A collected by a system · B signed, photographed, located or scanned on the spot · C stamped material · D a statement. */
export const Strength = z.enum(['A', 'B', 'C', 'D'])
export type Strength = z.infer<typeof Strength>
