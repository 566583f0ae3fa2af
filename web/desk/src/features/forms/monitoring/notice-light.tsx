import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { Notice } from './rectifications.tsx'

const WORDS = {
  open: { zh: '{day} 前答复', en: 'Answer by {day}' },
  late: { zh: '已逾期，应于 {day} 前答复', en: 'Late, was due by {day}' },
  answered: { zh: '已答复，待认可', en: 'Answered, to be accepted' },
  closed: { zh: '已销号', en: 'Closed' },
} as const

export const REMEDY_WORDS = {
  remind: { zh: '提醒', en: 'a reminder' },
  correct: { zh: '限期整改', en: 'a correction by a day' },
  'hold-payment': { zh: '暂缓拨款', en: 'holding payment' },
} as const

type NoticeLightProps = { readonly notice: Pick<Notice, 'state' | 'overdue' | 'dueOn'> }

/** Where a notice stands, with its day while it is unanswered. */
export function NoticeLight({ notice: { state, overdue, dueOn: day } }: NoticeLightProps) {
  const say = useWords(WORDS)
  switch (state) {
    case 'open':
      return <Light kind={overdue ? 'bad' : 'watch'} word={say(overdue ? 'late' : 'open', { day })} />
    case 'answered':
      return <Light kind="not-started" word={say('answered')} />
    case 'closed':
      return <Light kind="good" word={say('closed')} />
  }
}
