import { type Context, requireSignedIn } from '#platform/context'
import { DESK_RULES } from './desk-rules.ts'

export async function readDesk(context: Context) {
  requireSignedIn(context)
  const { language } = context
  const { name, version, services, causes, lateAfterSeconds } = DESK_RULES
  const named = (entry: (typeof services | typeof causes)[number]) => ({ key: entry.key, name: entry.name[language] })
  return {
    agreement: { name: name[language], version },
    services: services.map(named),
    causes: causes.map(named),
    lateAfterSeconds,
  }
}
