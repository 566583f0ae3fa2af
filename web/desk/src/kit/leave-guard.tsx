import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '改动还没有保存', en: 'Changes are not saved' },
  about: { zh: '离开后，本页未保存的改动不会保留。', en: 'What was changed on this page is gone when you leave.' },
  leave: { zh: '不保存，离开', en: 'Leave without saving' },
  stay: { zh: '留在本页', en: 'Stay' },
} as const

/** Whoever goes away from a page that keeps nothing by itself is asked first, also when the window is closed. */
export function LeaveGuard({ isChanged }: { readonly isChanged: boolean }) {
  const say = useWords(WORDS)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Modal
      open
      title={say('title')}
      okText={say('leave')}
      okButtonProps={{ danger: true }}
      cancelText={say('stay')}
      onOk={proceed}
      onCancel={reset}
    >
      {say('about')}
    </Modal>
  )
}
