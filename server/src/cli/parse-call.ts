import { parseArgs } from 'node:util'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { CLI } from './cli-wording.ts'
import { CallRefused, type Command, type Option } from './command.ts'
import { COMMON_OPTIONS, usageOf } from './help.ts'

type ParsedCall = {
  readonly arguments: readonly string[]
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly flags: Readonly<Record<string, boolean>>
  readonly language: Language
}

/** The longest command path that the words begin with. */
export function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands
    .filter((command) => command.path.every((word, index) => words[index] === word))
    .sort((left, right) => right.path.length - left.path.length)[0]
}

/** `--lang` wherever it stands, else the language of the terminal, else Chinese. */
export function languageOf(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  if (asked === 'zh' || asked === 'en') return asked
  if (asked !== undefined) throw new CallRefused(say(CLI.unknownLanguage, 'zh', { name: asked }))
  return (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '').startsWith('en') ? 'en' : 'zh'
}

export function parseCall(command: Command, words: readonly string[], language: Language): ParsedCall {
  const options = { ...command.options, ...COMMON_OPTIONS }
  const { tokens } = parseArgs({
    args: [...words.slice(command.path.length)],
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [name, { type: option.kind === 'flag' ? 'boolean' : 'string' }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })

  const parsed = {
    arguments: [] as string[],
    texts: {} as Record<string, string>,
    flags: {} as Record<string, boolean>,
  }
  for (const token of tokens ?? []) {
    if (token.kind === 'positional') parsed.arguments.push(token.value)
    if (token.kind !== 'option') continue
    const value = acceptOption(
      { option: options[token.name], rawName: token.rawName, value: token.value },
      command,
      language,
    )
    if (value === true) parsed.flags[token.name] = true
    else parsed.texts[token.name] = value
  }
  return { ...parsed, language }
}

type GivenOption = { readonly option: Option | undefined; readonly rawName: string; readonly value: string | undefined }

function acceptOption({ option, rawName, value }: GivenOption, command: Command, language: Language): string | true {
  const refuse = (wording: Wording): never => {
    const problem = say(wording, language, { name: rawName })
    throw new CallRefused(say(CLI.wrongOption, language, { problem, usage: usageOf(command) }))
  }
  if (option === undefined) return refuse(CLI.unknownOption)
  if (option.kind === 'flag') return value === undefined ? true : refuse(CLI.flagTakesNoValue)
  return value ?? refuse(CLI.optionNeedsValue)
}
