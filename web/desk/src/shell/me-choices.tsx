import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { changeLook, type Look, useLook } from '#desk/look/look-store.ts'
import { useWords } from '#desk/words/use-words.ts'
import { MeButton } from './me-button.tsx'
import { useMe } from './use-me.ts'

const WORDS = {
  account: { zh: '我的账号', en: 'My account' },
  theme: { zh: '明暗', en: 'Light or dark' },
  system: { zh: '随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  elder: { zh: '长辈版（大字）', en: 'Large letters' },
  regular: { zh: '标准字号', en: 'Regular letters' },
  language: { zh: 'English', en: '中文' },
  signOut: { zh: '退出登录', en: 'Sign out' },
} as const

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Look['theme'][]

type MeChoicesProps = { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }

/** Account, language, theme, 长辈版 and signing out. */
export function MeChoices({ isOpen, onOpen }: MeChoicesProps) {
  const say = useWords(WORDS)
  const look = useLook()
  const { person } = useMe()
  const navigate = useNavigate()
  const signOut = useMutation(queries.directory.signOut.mutationOptions({ onSettled: () => leave() }))

  async function leave(): Promise<void> {
    await navigate({ to: '/sign-in' })
    queryClient.clear()
  }

  const items: NonNullable<MenuProps['items']> = [
    { key: 'account', label: say('account'), onClick: () => void navigate({ to: '/account' }) },
    { type: 'divider' },
    {
      key: 'theme',
      type: 'group',
      label: say('theme'),
      children: THEMES.map((theme) => ({
        key: theme,
        label: `${look.theme === theme ? '✓ ' : '　'}${say(theme)}`,
        onClick: () => changeLook({ theme }),
      })),
    },
    { type: 'divider' },
    { key: 'elder', label: say(look.elder ? 'regular' : 'elder'), onClick: () => changeLook({ elder: !look.elder }) },
    {
      key: 'language',
      label: say('language'),
      onClick: () => changeLook({ language: look.language === 'zh' ? 'en' : 'zh' }),
    },
    { type: 'divider' },
    { key: 'sign-out', label: say('signOut'), onClick: () => signOut.mutate({}) },
  ]
  return (
    <Dropdown
      autoFocus
      open={isOpen}
      onOpenChange={onOpen}
      menu={{ items }}
      trigger={['click']}
      placement="bottomRight"
    >
      <MeButton name={person.name} />
    </Dropdown>
  )
}
