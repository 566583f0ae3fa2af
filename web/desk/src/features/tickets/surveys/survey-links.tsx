import { Button, Input } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import type { Opened } from './open-survey.tsx'

const WORDS = {
  about: {
    zh: '被抽中的每人一个链接，只显示这一次。系统不保存哪个链接给了谁，也查不到谁答了什么。请现在复制，分别发给本人。',
    en: 'One link for everybody drawn, shown this one time. Nothing keeps which link went to whom, and nobody can tell who answered what. Copy them now and send each to its person.',
  },
  links: { zh: '编号、姓名、单位、链接', en: 'Number, name, office, link' },
  done: { zh: '已复制，完成', en: 'Copied; done' },
} as const

type SurveyLinksProps = { readonly links: Opened['links']; readonly onDone: () => void }

/** Lines that can be pasted into a sheet or a message. */
export function SurveyLinks({ links, onDone }: SurveyLinksProps) {
  const say = useWords(WORDS)
  const lines = links.map(({ number, name, office, path }) =>
    [number, name, office, `${window.location.origin}${path}`].join('\t'),
  )
  return (
    <div className="survey-links">
      <p>{say('about')}</p>
      <Input.TextArea
        aria-label={say('links')}
        readOnly
        rows={10}
        value={lines.join('\n')}
        onFocus={(event) => event.target.select()}
      />
      <Button type="primary" block onClick={onDone}>
        {say('done')}
      </Button>
    </div>
  )
}
