import type { Language, Wording } from '@shiji/kernel/wording'

/** Exit codes are a stable surface: 0 fine, 1 the call is wrong, 2 findings, 3 the input cannot be read. */
export type ExitCode = 0 | 1 | 2 | 3

export type Option = {
  readonly kind: 'text' | 'flag'
  /** What stands for the value in the help (`FILE`, `ID`). */
  readonly placeholder?: string
  readonly describe: Wording
}

/** One command of `shiji`: its words, its options and what it does. */
export type Command = {
  readonly path: readonly string[]
  readonly summary: Wording
  /** The positional arguments as the help prints them, '' when there are none. */
  readonly usage: string
  readonly options: Readonly<Record<string, Option>>
  readonly run: (call: Call) => Promise<ExitCode>
}

/** One call of a command, already parsed. Results go to `print` (stdout), everything else to `tell` (stderr). */
export type Call = {
  readonly arguments: readonly string[]
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly flags: Readonly<Record<string, boolean>>
  readonly json: boolean
  readonly language: Language
  readonly environment: NodeJS.ProcessEnv
  readonly lines: () => AsyncIterable<string>
  readonly print: (text: string) => void
  readonly tell: (text: string) => void
  readonly signal: AbortSignal
}

/** The call cannot be understood or carried out as given; the sentence says what to do. */
export class CallRefused extends Error {
  readonly exitCode: ExitCode

  constructor(sentence: string, exitCode: ExitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}
