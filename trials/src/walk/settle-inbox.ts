import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who: 'contact' | 'everybody') => Promise<{ id: string }>

/** Messages are read, and a desk is held for somebody. */
export async function goThroughInbox(run: Run, { reviewerId }: { reviewerId: string }): Promise<void> {
  await run('listMessages', {}, 'contact')
  await run('countMessages', {}, 'contact')
  await run('readMessages', { until: NOW.toString() }, 'contact')
  await run('keepPreferences', { mail: '', quietFrom: '22:00', quietUntil: '07:00' }, 'contact')
  const [beginsAt, endsAt] = [NOW.add({ hours: 24 }).toString(), NOW.add({ hours: 48 }).toString()]
  const held = { deputy: reviewerId, beginsAt, endsAt, flows: [], reason: '外出' }
  await run('setDeputy', held, 'contact')
  const { id } = await run('setDeputy', held, 'contact')
  await run('endDeputy', { id }, 'contact')
}

/** A robot is set up and tried; its address is not allowed yet, so nothing leaves. */
export async function goThroughChannels(run: Run): Promise<void> {
  const robot = { name: '绩效办群', isOn: false, unitId: null, settings: { kind: 'wecom' }, secret: null }
  const channel = await run('addChannel', { ...robot, url: 'https://robot.example.org/send?key=1' }, 'everybody')
  await run('changeChannel', { ...robot, id: channel.id, name: '绩效办一群', url: '' }, 'everybody')
  await run('testChannel', { id: channel.id }, 'everybody')
  await run('retryFailed', { id: channel.id }, 'everybody')
  const address = { host: 'robot.example.org', port: 443 }
  await run('allowAddress', { ...address, reach: 'public' }, 'everybody')
  await run('forbidAddress', address, 'everybody')
}
