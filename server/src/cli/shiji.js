#!/usr/bin/env node
// Plain JavaScript, so that whoever finds everything compiled never loads what strips types: 70 ms and 18 MB.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Beside the program, where only its owner writes. Only what is imported after this is kept.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/shiji'))
await import('./call-shiji.ts')
