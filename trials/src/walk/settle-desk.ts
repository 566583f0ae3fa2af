import { randomUUID } from 'node:crypto'
import { inTransaction, type TenantDatabase } from '@shiji/server/platform/database/transaction'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who: 'everybody' | 'contact') => Promise<AnswerBody>

/** What the first bytes of a photo are. */
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])

const PLAN = {
  what: '更换交换机',
  why: '端口丢包',
  risk: 'low',
  backOut: '换回原机',
  services: ['network'],
  from: NOW.add({ hours: 1 }).toString(),
  until: NOW.add({ hours: 2 }).toString(),
}

const TIME = { happenedAt: NOW.toString(), sentAt: NOW.toString() }

/** A call is logged, handed to somebody who is told of it, and worked on. */
export async function goThroughServiceDesk(
  run: Run,
  { unitId, unitBelow, personId }: { unitId: string; unitBelow: string; personId: string },
): Promise<{ ticketId: string; documentId: string }> {
  const call = { what: '无法上网', service: 'network', scope: 'one', time: TIME }
  const { id } = await run('logTicket', { ...call, id: randomUUID(), callerId: personId, unitId }, 'everybody')
  const act = (deed: object) => run('actOnTicket', { id, deedId: randomUUID(), deed, time: TIME }, 'everybody')
  await act({ kind: 'reassign', to: personId })
  const other = await run('logTicket', { ...call, id: randomUUID(), callerId: personId, unitId }, 'everybody')
  const brought = await run('addDocument', { name: '机柜.jpg', file: new File([JPEG], '机柜.jpg') }, 'everybody')
  const photo = { id, photoId: randomUUID(), documentId: brought.id, takenAt: NOW.toString() }
  await run('addPhoto', photo, 'everybody')
  await run('readPhoto', { id, photoId: photo.photoId }, 'everybody')
  const guest = { ...call, id: randomUUID(), callerName: '家长', unitId, callerId: null }
  const asked = await run('logTicket', guest, 'everybody')
  const resolve = { kind: 'resolve', manner: 'telephone', note: '已答复' }
  await run('actOnTicket', { id: asked.id, deedId: randomUUID(), deed: resolve, time: TIME }, 'everybody')
  const { path } = await run('askSatisfaction', { id: asked.id }, 'everybody')
  const code = path.split('/').at(-1)
  await run('showQuestion', { code }, 'everybody')
  await run('answerQuestion', { code, score: 5 }, 'everybody')
  const complaint = { unitId, ticketId: null, who: '家长', what: '没有回电', receivedAt: NOW.toString() }
  const recorded = await run('recordComplaint', complaint, 'contact')
  await run('judgeComplaint', { id: recorded.id, verdict: 'other', cause: '号码有误' }, 'everybody')
  await goThroughWork(run, id)
  await goThroughSurvey(run, unitId)
  await goThroughProblem(run, { id, other: other.id })
  await goThroughChange(run, unitBelow)
  await goThroughArticles(run, asked.id)
  await goThroughMajor(run, other.id, personId)
  const [notice] = await run('listNotices', {}, 'everybody')
  await run('acknowledgeNotice', { id: notice.id, what: 'delivered' }, 'everybody')
  await run('findSimilar', { unitId, service: 'network' }, 'everybody')
  return { ticketId: id, documentId: brought.id }
}

const ARTICLE = { title: '断网先看电源', service: 'network', audience: 'team', symptoms: '断网', remedy: '换电源' }

/** What helped is written down, confirmed by somebody else, used, changed; another is withdrawn. */
async function goThroughArticles(run: Run, asked: string): Promise<void> {
  const text = { ...ARTICLE, validUntil: '2099-12-31' }
  await run('draftArticle', { ticketId: asked }, 'everybody')
  const { id } = await run('writeArticle', { ...text, ticketId: asked }, 'contact')
  await run('confirmArticle', { id, version: 1 }, 'everybody')
  await run('changeArticle', { ...text, id, version: 1 }, 'everybody')
  await run('useArticle', { id: asked, articleId: id, helped: true }, 'everybody')
  await run('listArticleUses', { id: asked }, 'everybody')
  const gone = await run('writeArticle', text, 'everybody')
  await run('withdrawArticle', { id: gone.id, reason: '写重了' }, 'everybody')
  await run('openArticle', { id }, 'everybody')
}

/** An incident many hear of is led, announced, ended and reviewed. */
async function goThroughMajor(run: Run, id: string, personId: string): Promise<void> {
  await run('declareMajor', { id, reason: '全区断网' }, 'everybody')
  await run('leadMajor', { id, personId }, 'everybody')
  await run('noteMajor', { id, words: '链路侧故障' }, 'everybody')
  await run('announceMajor', { id, words: '正在抢修', nextUpdateAt: NOW.add({ hours: 1 }).toString() }, 'everybody')
  await run('endMajor', { id, words: '已恢复', isOver: true }, 'everybody')
  await run('reviewMajor', { id, course: '断网一小时', cause: '割接超时', measures: '加备用链路' }, 'everybody')
  await run('openMajor', { id }, 'everybody')
}

type Letter = { readonly unitId: string; readonly ticketId: string; readonly documentId: string }

/** The mailbox is set and tried; its address is not allowed, so nothing leaves. A letter lies there that is answered. */
export async function goThroughMail(
  run: Run,
  db: TenantDatabase,
  { unitId, ticketId, documentId }: Letter,
): Promise<void> {
  const place = { host: 'mail.example.org', port: 993, isSecure: true }
  const settings = { reading: place, sending: { ...place, port: 465 }, user: 'desk', address: 'desk@example.org' }
  await run('setMailbox', { isOn: true, settings, unitId, service: 'network', password: 'Lake-2026' }, 'everybody')
  await run('tryMailbox', {}, 'everybody')
  const mailId = randomUUID()
  await inTransaction(db, async (tx) => {
    const from = { sender: 'li@example.org', senderName: '李老师', subject: '断网', words: '断网了', refers: '' }
    const number = { mailboxId: randomUUID(), uidValidity: 1n, uid: 1n, messageId: `<${mailId}@example.org>` }
    const row = { id: mailId, outcome: 'ticket', bytes: 1n, receivedAt: NOW, handledAt: NOW, leftOut: 0, ticketId }
    await tx
      .insertInto('deskMail')
      .values({ ...row, ...from, ...number })
      .execute()
    await tx.insertInto('deskMailFile').values({ mailId, number: 1, documentId }).execute()
  })
  await run('listCorrespondence', { id: ticketId }, 'everybody')
  await run('readMailFile', { id: ticketId, mailId, number: 1 }, 'everybody')
  await run('answerByMail', { id: ticketId, letterId: randomUUID(), words: '马上来看' }, 'everybody')
}

/** Calls count for a project; people are asked, one answers, and another survey is taken back. */
async function goThroughSurvey(run: Run, unitId: string): Promise<void> {
  const [project] = await run('findProjects', {}, 'everybody')
  const startsOn = NOW.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  await run('setLine', { unitId, service: null, projectId: project.id, startsOn: startsOn.toString() }, 'everybody')
  const others = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `${name} 家长`)
  const days = { judgedOn: startsOn.toString(), closesOn: startsOn.add({ days: 7 }).toString() }
  const size = { unitId: null, projectId: null, sampleSize: 5, minimum: 5 }
  const survey = { title: '满意度', audience: 'served', others, ...days, ...size }
  const { links } = await run('openSurvey', survey, 'everybody')
  const code = links[0].path.split('/').at(-1)
  await run('showBallot', { code }, 'everybody')
  await run('castBallot', { code, score: 4 }, 'everybody')
  const mistaken = await run('openSurvey', survey, 'everybody')
  await run('withdrawSurvey', { id: mistaken.id, reason: '名单有误' }, 'everybody')
}

/** What lies behind two incidents is found, and lived with. */
async function goThroughProblem(run: Run, { id: ticketId, other }: { id: string; other: string }): Promise<void> {
  const { id } = await run('openProblem', { title: '反复断网', ticketId }, 'everybody')
  await run('linkIncident', { id, ticketId: other }, 'everybody')
  await run('studyProblem', { id, cause: '电源模块缺陷', workaround: '断电重启' }, 'everybody')
  await run('closeProblem', { id, changeId: null, closing: '设备已退役' }, 'everybody')
  await run('readProblem', { id }, 'everybody')
}

/** What was done is recorded and signed for. */
async function goThroughWork(run: Run, ticketId: string): Promise<void> {
  const order = await run('openWork', { id: ticketId, what: '更换光模块', steps: ['断电'] }, 'everybody')
  const steps = [{ what: '断电', state: 'done', note: '' }]
  const { version } = await run(
    'recordWork',
    { id: order.id, version: order.version, steps, parts: [], spans: [] },
    'everybody',
  )
  await run('signWork', { id: order.id, version, signer: '周老师', strokes: [] }, 'everybody')
}

/** A change is approved by somebody else than who filed it, told to a unit below, and not carried out; another is returned and mended. */
async function goThroughChange(run: Run, unitBelow: string): Promise<void> {
  const plan = { ...PLAN, places: [unitBelow] }
  const decide = async (subjectId: string, act: object) => {
    const { rows } = await run('listBox', { box: 'waiting' }, 'contact')
    const row = rows.find((one: { subjectId: string }) => one.subjectId === subjectId)
    await run('actOnCase', { id: row.caseId, act: { task: row.task, ...act } }, 'contact')
  }
  const returned = await run('fileChange', plan, 'everybody')
  await decide(returned.id, { verb: 'return', to: { kind: 'starter' }, walk: 'again', opinion: '写明回退步骤' })
  await run('mendChange', { ...plan, id: returned.id }, 'everybody')
  const { id } = await run('fileChange', plan, 'everybody')
  await decide(id, { verb: 'agree', opinion: '同意' })
  await run('announceChange', { id, text: '届时断网' }, 'everybody')
  const result = { result: 'not-carried-out', note: '缺备件', began: null, ended: null }
  await run('reportChange', { id, ...result }, 'everybody')
  await run('openChange', { id }, 'everybody')
  await run('listChanges', { month: '2026-01' }, 'everybody')
}
