import type { ChangeState } from '@shiji/kernel/change/change-life'
import { CHANGE_STATE_WORDS } from '@shiji/kernel/change/change-wording'
import { type Language, say } from '@shiji/kernel/wording'
import { refuse } from '#platform/refusal'

export function refuseChange(state: ChangeState, language: Language): never {
  refuse('change-not-open', { state: say(CHANGE_STATE_WORDS[state], language) })
}
