import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startLook } from './look/look-store.ts'
import { noteInstallOffer } from './me/install-offer.ts'
import { startSending } from './outbox/send-outbox.ts'
import { startSession } from './session/session.ts'
import './look/page.css'
import './look/parts.css'
import './look/fields.css'

startLook()
noteInstallOffer()
void startSession().then(startSending)
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register('/m/service-worker.js', { scope: '/m/' })
}
const place = document.getElementById('phone')
if (place === null) throw new Error('index.html has no element with id phone')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
