type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<unknown>

const TIMES = { everySeconds: 60, timeoutMs: 1000, retries: 1, retrySeconds: 10 }
const QUORUM = { kind: 'in-a-row', failures: 2, successes: 1 }

/** A service that reports by itself; nothing is looked for outside. */
export async function goThroughWatch(run: Run): Promise<void> {
  const probe = {
    name: '一生的心跳',
    service: '门户',
    deskService: 'application',
    target: { kind: 'push' },
    ...TIMES,
    quorum: QUORUM,
  }
  const given = { ...probe, parentId: null, isOn: true, secret: null }
  const { id, beatWord } = (await run('addProbe', given, 'everybody')) as { id: string; beatWord: string }
  await run('beat', { word: beatWord })
  await run('changeProbe', { ...given, id, name: '一生的另一个心跳' }, 'everybody')
  await run('openProbe', { id }, 'everybody')
  await run('listProbes', {}, 'everybody')
  await run('tryProbe', { id: null, target: { kind: 'push' }, timeoutMs: 1000, secret: null }, 'everybody')
  await run('listAlarms', {}, 'everybody')
  const page = { title: '服务状态', isOpen: true, renew: false }
  const { path } = (await run('keepStatusPage', page, 'everybody')) as { path: string }
  await run('readStatusPage', {}, 'everybody')
  await run('showStatus', { code: path.split('/').at(-1) })
}
