import type { FormId } from '@shiji/contract/performance'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import type { Life } from './lives.ts'

/** A declaration that was handed in, and the district it lives in. */
export type Declared = { readonly server: DemoServer; readonly life: Life; readonly id: FormId }

/** The contact of its office, who has just signed in; sessions end over a long pause. */
export function contactOf({ server, life }: Declared, on: string, time = '09:02'): Promise<Browser> {
  return signIn(server, whoIs(life.office, 'project-contact'), officeTime(on, time))
}
