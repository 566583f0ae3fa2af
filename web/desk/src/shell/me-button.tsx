import { Button, type ButtonProps } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = { open: { zh: '{name} 的菜单', en: 'Menu of {name}' } } as const

/** Who is signed in; opens what they can choose. */
export function MeButton({ name, ...rest }: ButtonProps & { readonly name: string }) {
  const say = useWords(WORDS)
  return (
    <Button {...rest} type="text" aria-label={say('open', { name })} aria-haspopup="menu">
      {name} <span aria-hidden>▾</span>
    </Button>
  )
}
