import type { MessageInstance } from 'antd/es/message/interface'
import useMessage from 'antd/es/message/useMessage'
import { createContext, type ReactNode, useContext } from 'react'

const Feedback = createContext<MessageInstance | null>(null)

/** Where short words about what was just done appear: the messages of Ant Design without its other layers. */
export function FeedbackPlace({ children }: { readonly children: ReactNode }) {
  const [message, holder] = useMessage()
  return (
    <Feedback value={message}>
      {holder}
      {children}
    </Feedback>
  )
}

/** Says a short word that goes by itself. */
export function useFeedback(): MessageInstance {
  const message = useContext(Feedback)
  if (message === null) throw new Error('there is no place for feedback')
  return message
}
