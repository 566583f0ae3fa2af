import { fail, type Result } from '@shiji/kernel/result'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import type { CarriedBy, SendingProblem } from '../channel-store.ts'
import { compose, type Parcel } from '../compose.ts'
import { carryMail } from './carry-mail.ts'
import { carryToRobot } from './carry-to-robot.ts'
import { carryWebhook } from './carry-webhook.ts'

export type Carried = {
  readonly channel: CarriedBy
  readonly allowed: readonly Allowed[]
  /** The number of the sending, the same however often it is tried. */
  readonly id: string
  readonly parcels: readonly Parcel[]
  /** Where a letter goes. */
  readonly mail: string
  readonly now: Temporal.Instant
}

export type Outcome = Result<null, SendingProblem>

export async function carry({ channel, allowed, id, parcels, mail, now }: Carried): Promise<Outcome> {
  const { settings, keys } = channel
  if (keys === null) return fail({ code: 'channel-locked', parameters: {} })
  switch (settings.kind) {
    case 'mail':
      return carryMail({
        settings,
        password: keys.secret,
        allowed,
        to: mail,
        letter: compose(parcels, { naming: false }),
      })
    case 'webhook':
      return carryWebhook({ keys, allowed, id, parcels, now })
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return carryToRobot({ keys, kind: settings.kind, allowed, text: compose(parcels, { naming: true }).text, now })
  }
}
