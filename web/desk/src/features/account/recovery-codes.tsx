import { Button } from 'antd'
import { handOut } from '#desk/kit/hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '恢复码', en: 'Recovery codes' },
  about: {
    zh: '手机不在身边时，每个恢复码可代替动态码登录一次。只显示这一次，请打印或抄下，锁进抽屉。',
    en: 'Without your phone, each of these lets you in once. They are shown this once: print or copy them and lock them away.',
  },
  save: { zh: '保存为文件', en: 'Save as a file' },
  file: { zh: '实绩恢复码.txt', en: 'recovery-codes.txt' },
  done: { zh: '已保存好', en: 'I kept them' },
} as const

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onDone: () => void }

export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const say = useWords(WORDS)
  return (
    <>
      <p>{say('about')}</p>
      <ul className="recovery-codes" aria-label={say('title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="one-row">
        <Button onClick={() => handOut(new Blob([`${codes.join('\r\n')}\r\n`], { type: 'text/plain' }), say('file'))}>
          {say('save')}
        </Button>
        <Button type="primary" onClick={onDone}>
          {say('done')}
        </Button>
      </div>
    </>
  )
}
