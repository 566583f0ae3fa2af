import type { Wording } from '@shiji/kernel/wording'

/** The approval verbs a page offers, in the order of its buttons. */
export const VERB_WORDS = {
  agree: { zh: '同意', en: 'Agree' },
  submit: { zh: '重新提交', en: 'Submit again' },
  return: { zh: '退回', en: 'Return' },
  disagree: { zh: '不同意', en: 'Disagree' },
  reject: { zh: '驳回', en: 'Reject' },
  read: { zh: '已阅', en: 'Read' },
  answer: { zh: '回复', en: 'Answer' },
  urge: { zh: '催办', en: 'Urge' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  transfer: { zh: '转办', en: 'Transfer' },
  delegate: { zh: '委派', en: 'Delegate' },
  'add-signers': { zh: '加签', en: 'Add signers' },
  'remove-signer': { zh: '减签', en: 'Take off' },
  reassign: { zh: '改派', en: 'Reassign' },
  ask: { zh: '沟通', en: 'Ask' },
  copy: { zh: '抄送', en: 'Copy' },
  circulate: { zh: '传阅', en: 'Circulate' },
  void: { zh: '作废', en: 'Void' },
} as const satisfies Readonly<Record<string, Wording>>

export type OfferedVerb = keyof typeof VERB_WORDS

export function isOffered(verb: string): verb is OfferedVerb {
  return verb in VERB_WORDS
}

/** What a task was sent for: the one primary button. */
export const DECIDES: readonly string[] = ['agree', 'submit', 'read', 'answer']

/** Verbs that name people, and how many. */
export const PEOPLE_OF: Readonly<Partial<Record<OfferedVerb, 'one' | 'some'>>> = {
  transfer: 'one',
  delegate: 'one',
  reassign: 'one',
  ask: 'one',
  'add-signers': 'some',
  copy: 'some',
  circulate: 'some',
}

/** Where somebody else's work is undone or ended, a reason is owed. */
export const REASONED: readonly OfferedVerb[] = ['disagree', 'return', 'reject', 'void']
