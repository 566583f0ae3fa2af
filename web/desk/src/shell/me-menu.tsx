import { useState } from 'react'
import { useIsSettled, usePart } from '#desk/kit/use-part.ts'
import { MeButton } from './me-button.tsx'
import { useMe } from './use-me.ts'

const bringChoices = () => import('./me-choices.tsx').then(({ MeChoices }) => MeChoices)

/** The name first; what can be chosen comes when it is wanted, or once the page has long been there. */
export function MeMenu() {
  const { person } = useMe()
  const [isWanted, setWanted] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const isSettled = useIsSettled()
  const MeChoices = usePart(bringChoices, isWanted || isSettled)
  const want = () => setWanted(true)
  const open = () => {
    want()
    setOpen(true)
  }
  if (MeChoices !== null) return <MeChoices isOpen={isOpen} onOpen={setOpen} />
  // When the menu comes while the button is held down, there is no click any more that would open it.
  // Whoever went elsewhere meanwhile does not wait for it any more.
  const begin = {
    onPointerEnter: want,
    onFocus: want,
    onPointerDown: open,
    onClick: open,
    onBlur: () => setOpen(false),
  }
  return <MeButton name={person.name} {...begin} />
}
