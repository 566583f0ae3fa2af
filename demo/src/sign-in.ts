import { directory } from '@shiji/contract/directory'
import { DEMO_PASSWORD } from './accounts.ts'
import type { Browser, DemoServer } from './demo-server.ts'
import type { DemoPerson } from './people.ts'

/** A browser in which this person has just signed in. */
export async function signIn(server: DemoServer, person: DemoPerson, at: Temporal.Instant): Promise<Browser> {
  const browser = server.openBrowser()
  await browser.ask(directory.signIn, { login: person.login, password: DEMO_PASSWORD }, at)
  return browser
}

type Invited = Pick<DemoPerson, 'name' | 'login'> & { readonly code: string }

export function acceptInvitation(browser: Browser, { code, name, login }: Invited, at: Temporal.Instant) {
  return browser.ask(directory.acceptInvitation, { code, name, login, password: DEMO_PASSWORD }, at)
}
