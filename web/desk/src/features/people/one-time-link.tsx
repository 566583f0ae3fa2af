import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  ready: { zh: '{name} 的链接', en: 'Link for {name}' },
  about: {
    zh: '只能用一次，72 小时内有效，关闭后不再显示。请现在复制，当面或用内部消息交给本人。',
    en: 'It works once within 72 hours and is not shown again. Copy it now and hand it over in person or by an internal message.',
  },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '✓ 已复制', en: '✓ Copied' },
  done: { zh: '完成', en: 'Done' },
} as const

type OneTimeLinkProps = { readonly name: string; readonly code: string; readonly onDone: () => void }

type LinkModalProps = {
  readonly title: string
  readonly name: string
  /** Null until there is one. */
  readonly code: string | null
  readonly onClose: () => void
}

export function LinkModal({ title, name, code, onClose }: LinkModalProps) {
  return (
    <Modal open={code !== null} onCancel={onClose} title={title} footer={null} width={480} destroyOnHidden>
      {code === null ? null : <OneTimeLink name={name} code={code} onDone={onClose} />}
    </Modal>
  )
}

export function OneTimeLink({ name, code, onDone }: OneTimeLinkProps) {
  const say = useWords(WORDS)
  const [copied, setCopied] = useState(false)
  const link = `${window.location.origin}/invitation/${code}`

  async function copy(field: HTMLInputElement | null): Promise<void> {
    field?.select()
    // Plain http within an intranet has no clipboard interface; there the older command does it.
    if (navigator.clipboard === undefined) setCopied(document.execCommand('copy'))
    else await navigator.clipboard.writeText(link).then(() => setCopied(true))
  }

  return (
    <div className="one-time-link">
      <p className="small">{say('about')}</p>
      <Input
        id="one-time-link"
        readOnly
        value={link}
        aria-label={say('ready', { name })}
        onFocus={(event) => event.target.select()}
      />
      <div className="one-time-actions">
        <Button type="primary" onClick={() => void copy(document.querySelector('#one-time-link'))}>
          <span aria-live="polite">{say(copied ? 'copied' : 'copy')}</span>
        </Button>
        <Button onClick={onDone}>{say('done')}</Button>
      </div>
    </div>
  )
}
