import type { FirstLink } from './trial-server.ts'
import type { Desk } from './writing-client.ts'

/** Lets the first system administrator in, who may add units. */
export async function openDesk(address: string, links: readonly FirstLink[]): Promise<Desk> {
  const link = links.find(({ role }) => role === 'system-administrator')?.link
  const code = link?.split('/').at(-1)
  const reply = await fetch(`${address}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: '系统管理员', login: 'sysadmin', password: 'Chenghu-2026-Lake' }),
  })
  if (reply.status !== 200) throw new Error(`nobody was let in: ${reply.status} ${await reply.text()}`)
  const { person } = (await reply.json()) as { person: { unitId: string } }
  return { address, cookie: (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '', unitId: person.unitId }
}
