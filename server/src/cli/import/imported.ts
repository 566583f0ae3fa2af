import type { ExitCode } from '../command.ts'

/** What became of one file: its line for programs, and whether a person must look at something. */
export type Imported = { readonly said: object; readonly exitCode: ExitCode }
