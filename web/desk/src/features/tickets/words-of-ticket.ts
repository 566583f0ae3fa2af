import { KIND_WORDS, LAYER_WORDS, SCOPE_WORDS, SEVERITY_WORDS, STATE_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say } from '@shiji/kernel/wording'
import { useLanguage } from '#desk/words/use-words.ts'
import type { TicketListed } from './ticket-view.ts'

/** The words of a ticket's class and state in the language of the reader. */
export function useTicketWords() {
  const language = useLanguage()
  return {
    state: (state: TicketListed['state']) => say(STATE_WORDS[state], language),
    severity: (severity: TicketListed['severity']) => say(SEVERITY_WORDS[severity], language),
    scope: (scope: TicketListed['scope']) => say(SCOPE_WORDS[scope], language),
    layer: (layer: NonNullable<TicketListed['layer']>) => say(LAYER_WORDS[layer], language),
    kind: (kind: TicketListed['kind']) => say(KIND_WORDS[kind], language),
  }
}
