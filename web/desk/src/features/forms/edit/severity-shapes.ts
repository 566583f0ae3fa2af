import type { Severity } from '@shiji/kernel/finding'

/** A finding is never told by colour alone. */
export const SEVERITY_SHAPES: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', hint: '·' }
