import { type Language, say } from '@shiji/kernel/wording'
import { CLI } from './cli-wording.ts'
import { CallRefused, type Command, type ExitCode } from './command.ts'
import { helpOn, helpOverview } from './help.ts'
import { findCommand, languageOf, parseCall } from './parse-call.ts'
import { splitLines } from './split-lines.ts'
import { refusedPlace, sayReason } from './system-reasons.ts'

/** What a call touches outside itself; the tests give their own. */
export type Surroundings = {
  readonly environment: NodeJS.ProcessEnv
  readonly input: AsyncIterable<string | Uint8Array>
  readonly print: (text: string) => void
  readonly tell: (text: string) => void
  readonly signal: AbortSignal
  readonly today: string
}

type Where = { readonly around: Surroundings; readonly language: Language }

/** Runs one call of `shiji` and answers its exit code; only bugs and refused calls print to `tell`. */
export async function runShiji(
  commands: readonly Command[],
  words: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  try {
    const language = languageOf(words, around.environment)
    return await dispatch(commands, words, { around, language }).catch((error: unknown) => {
      if (error instanceof CallRefused) throw error
      throw new CallRefused(sayFailure(error, language))
    })
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error
    around.tell(error.message)
    return error.exitCode
  }
}

/** A folder that takes no file is the reader's to mend, anything else is ours. */
function sayFailure(error: unknown, language: Language): string {
  const place = refusedPlace(error)
  if (place !== null) return say(CLI.placeRefused, language, { place, reason: sayReason(error, language) })
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return say(CLI.bug, language, { problem })
}

async function dispatch(
  commands: readonly Command[],
  words: readonly string[],
  { around, language }: Where,
): Promise<ExitCode> {
  const command = findCommand(commands, words)
  if (command === undefined) return showOverview(commands, words, { around, language })

  const call = parseCall(command, words, language)
  if (call.flags.help) {
    around.print(helpOn(command, language))
    return 0
  }
  return command.run({
    ...call,
    json: call.flags.json === true,
    environment: around.environment,
    lines: () => splitLines(around.input),
    print: around.print,
    tell: around.tell,
    signal: around.signal,
    today: around.today,
  })
}

function showOverview(commands: readonly Command[], words: readonly string[], { around, language }: Where): ExitCode {
  const asked = words.filter((word) => !word.startsWith('-') && word !== language).join(' ')
  if (asked !== '' && asked !== 'help') {
    const isGroup = commands.some((command) => command.path[0] === asked)
    if (!isGroup) throw new CallRefused(say(CLI.unknownCommand, language, { name: asked }))
  }
  const shown = commands.filter((command) => asked === '' || asked === 'help' || command.path[0] === asked)
  around.print(helpOverview(shown, language))
  return 0
}
