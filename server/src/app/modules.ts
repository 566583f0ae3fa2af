import { directoryModule } from '#modules/directory'
import type { Module } from '#platform/module'

/** Every module of the product, lowest first. */
export const MODULES: readonly Module[] = [directoryModule]
