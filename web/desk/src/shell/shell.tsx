import { Outlet, useRouteContext } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { DeskDrawer } from './desk-drawer.tsx'
import { type MenuEntry, mayOpen } from './feature.ts'
import { rootRoute } from './root-route.tsx'
import './shell.css'
import { SideMenu } from './side-menu.tsx'
import { SignInLayer } from './sign-in-layer.tsx'
import { StaleBand } from './stale-band.tsx'
import { TopBar } from './top-bar.tsx'
import { useMe } from './use-me.ts'

const WORDS = { skip: { zh: '跳到内容', en: 'Skip to content' } } as const

const PAGE = <Outlet />

/** Top bar, left menu, content, and on the right the drawer a page opens. */
export function Shell() {
  const say = useWords(WORDS)
  const menu = useMyMenu()
  // The frame is drawn first, and then the page in short steps, between which the browser answers.
  const page = useDeferredValue(PAGE, null)
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <div className="over">
        <TopBar menu={menu} />
        <StaleBand />
      </div>
      <div className="frame">
        <SideMenu menu={menu} />
        <main id="content" className="page" tabIndex={-1}>
          {page}
        </main>
        <DeskDrawer />
      </div>
      <SignInLayer />
    </div>
  )
}

function useMyMenu(): readonly MenuEntry[] {
  const { menu } = useRouteContext({ from: rootRoute.id })
  const { permissions } = useMe()
  return menu.filter((entry) => mayOpen(entry, permissions))
}
