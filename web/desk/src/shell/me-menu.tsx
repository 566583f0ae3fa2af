import { lazy, Suspense, useEffect, useState } from 'react'
import { MeButton } from './me-button.tsx'
import { useMe } from './use-me.ts'
import { whenSettled } from './when-settled.ts'

const MeChoices = lazy(() => import('./me-choices.tsx').then((loaded) => ({ default: loaded.MeChoices })))

/** The name first; what can be chosen comes when it is wanted, or once the page has long been there. */
export function MeMenu() {
  const { person } = useMe()
  const [isWanted, setWanted] = useState(false)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => void whenSettled().then(() => setWanted(true)), [])
  const want = () => setWanted(true)
  const open = () => {
    want()
    setOpen(true)
  }
  const button = <MeButton name={person.name} onPointerEnter={want} onFocus={want} onClick={open} />
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <MeChoices isOpen={isOpen} onOpen={setOpen} />
    </Suspense>
  )
}
