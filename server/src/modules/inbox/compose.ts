import { MESSAGE_KINDS, MESSAGE_WORDS, type MessageCode } from '@shiji/contract/inbox-words'
import { say } from '@shiji/kernel/wording'

/** A message on its way out. */
export type Parcel = {
  readonly messageId: string
  readonly personId: string
  readonly person: string
  readonly code: MessageCode
  readonly parameters: Readonly<Record<string, string>>
  readonly subjectKind: string
  readonly subjectId: string
  readonly madeAt: Temporal.Instant
}

export type Letter = { readonly title: string; readonly text: string }

const NAMED = 5
const LONGEST_LINE = 120

/** One message as it is, several as a digest that names how many there are of each kind. */
export function compose(parcels: readonly Parcel[], { naming }: { readonly naming: boolean }): Letter {
  const lines = parcels.slice(0, NAMED).map((parcel) => lineOf(parcel, naming))
  const [only] = lines
  if (parcels.length === 1 && only !== undefined) return { title: only, text: only }
  const counts = [...Map.groupBy(parcels, ({ code }) => code)].map(
    ([code, same]) => `${MESSAGE_KINDS[code].zh} ${same.length} 条`,
  )
  const title = `共 ${parcels.length} 条消息：${counts.join('、')}`
  const rest = parcels.length - lines.length
  const more = rest === 0 ? [] : [`另有 ${rest} 条，请登录系统查看。`]
  return { title, text: [`${title}。`, ...lines, ...more].join('\n') }
}

/** In a group everybody reads along, so each line says whom it is for. */
function lineOf({ person, code, parameters }: Parcel, naming: boolean): string {
  const { opinion = '' } = parameters
  const sentence = say(MESSAGE_WORDS[code], 'zh', parameters)
  const line = `${naming ? `【${person}】` : ''}${sentence}${opinion === '' ? '' : `（${opinion}）`}`
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line
}
