import './app/without-eval.ts'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { askInLanguage } from './api/ask-in-language.ts'
import { bringMissingStyles, keepPageWhenPartsAreMissing } from './api/server-away.ts'
import { App } from './app/app.tsx'
import { startLook } from './look/look-store.ts'
import './look/page.css'

startLook()
askInLanguage()
keepPageWhenPartsAreMissing()
bringMissingStyles()
const place = document.getElementById('desk')
if (place === null) throw new Error('index.html has no element with id desk')
// In short steps: nothing is there yet that would have to change at once.
startTransition(() =>
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
