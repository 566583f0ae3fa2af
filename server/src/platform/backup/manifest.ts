import { z } from 'zod'

const Count = z.int().min(0)

export const SavedTenant = z.object({
  id: z.uuid(),
  slug: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1),
  schema: z.string().regex(/^tenant_[a-z0-9_]{1,40}$/),
  timeZone: z.string(),
  createdAt: z.string(),
  /** Steps its tables had been through, `file#number`. */
  migrations: z.array(z.string()),
  rows: Count,
  files: Count,
})
export type SavedTenant = z.infer<typeof SavedTenant>

/** The last file of a backup: what it holds, with the SHA-256 of every other file. Without it a backup is not whole. */
export const Manifest = z.object({
  format: z.literal('shiji-backup-1'),
  at: z.string(),
  tenants: z.array(SavedTenant),
  hashes: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'
export const TENANTS = 'tenants.json'

/** Where a page of rows, a file and a year of ledger heads lie in the archive. */
export const PLACES = {
  page: /^tenants\/(tenant_[a-z0-9_]{1,40})\/tables\/([a-z0-9_]{1,63})\/\d{6}\.json$/,
  file: /^tenants\/(tenant_[a-z0-9_]{1,40})\/files\/([0-9a-f]{64})$/,
  part: /^tenants\/(tenant_[a-z0-9_]{1,40})\/uploads\/([0-9a-f-]{36})$/,
  heads: /^ledger-heads\/(\d{4}\.log)$/,
} as const
