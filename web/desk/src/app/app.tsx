import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { queryClient } from '#desk/api/query-client.ts'
import { FeedbackPlace } from '#desk/kit/feedback.tsx'
import { antdTheme } from '#desk/look/antd-theme.ts'
import { useLook, useShown, wantsStillness } from '#desk/look/look-store.ts'
import { router } from './router.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const overlays = document.getElementById('overlays') ?? document.body

export function App() {
  const { language } = useLook()
  const shown = useShown()
  return (
    <ConfigProvider
      theme={antdTheme(shown, !wantsStillness())}
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce }}
      // A place of their own: in the body, layers would write style elements that the server's policy refuses.
      getPopupContainer={() => overlays}
      button={{ autoInsertSpace: false }}
    >
      <FeedbackPlace>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </FeedbackPlace>
    </ConfigProvider>
  )
}
