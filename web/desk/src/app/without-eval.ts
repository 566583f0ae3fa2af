import { config } from 'zod'

// Schemas would try whether text may be run as a program; the page forbids it, and browsers report each try. Before any schema.
config({ jitless: true })
