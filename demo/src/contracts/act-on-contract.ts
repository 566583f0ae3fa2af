import { contracts } from '@shiji/contract/contracts'
import { contractDeeds as deeds } from '@shiji/contract/contracts-deeds'
import { purchases } from '@shiji/contract/contracts-purchases'
import { documents } from '@shiji/contract/documents'
import { type FormId, type ProjectId, performance } from '@shiji/contract/performance'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { SUPERVISING_FIRM } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import type { ContractDeed, Managing, Performing, Sitting } from './contract-life.ts'

type Desk = {
  readonly browser: Browser
  readonly at: Temporal.Instant
  /** Of the declaration it serves; null when nothing of it is asked for. */
  readonly formId: FormId | null
  readonly contract: string
}

type Place = { readonly office: string; readonly formId: FormId | null }

/** Everything of one sitting, entered by the person who sits down. */
export async function sitDown(server: DemoServer, { office, formId }: Place, sitting: Sitting): Promise<void> {
  const { on, by = 'project-contact', contract } = sitting
  const at = officeTime(on, '16:30')
  const person = whoIs(by === 'supervisor' ? SUPERVISING_FIRM : office, by)
  const browser = await signIn(server, person, at)
  for (const deed of sitting.deeds) await act({ browser, at, formId, contract }, deed)
}

async function act(desk: Desk, deed: ContractDeed): Promise<void> {
  const { browser, at } = desk
  const { ask } = browser
  switch (deed.kind) {
    case 'vendor':
      await ask(deeds.addVendor, deed, at)
      return
    case 'licence':
      await ask(deeds.addLicence, { ...deed, id: await vendorId(desk, deed.vendor), documentId: null }, at)
      return
    case 'plan':
      await ask(purchases.planPurchase, { ...deed, projectId: await projectOf(desk) }, at)
      return
    case 'tender':
      return tender(desk, deed)
    case 'sign':
      return sign(desk, deed)
    case 'ask':
    case 'judge':
    case 'deduct':
    case 'appraise':
    case 'note':
    case 'answer':
    case 'settle':
      return manage(desk, deed)
    case 'reach':
    case 'deliver':
    case 'install':
    case 'accept':
    case 'pay-instalment':
      return perform(desk, deed)
  }
}

/** The file of a tender beside the purchase it is for. */
async function tender(desk: Desk, { item, year, ...days }: Extract<ContractDeed, { kind: 'tender' }>): Promise<void> {
  const { browser, at } = desk
  const projectId = await projectOf(desk)
  const plan = await browser.ask(purchases.listPurchases, { year }, at)
  const planned = required(
    plan.find(({ project, ...line }) => project.id === projectId && line.item === item),
    item,
  )
  const name = `招标文件 ${days.number}.txt`
  const file = new File([`${item}\n${days.number}`], name)
  const { id: documentId } = await browser.ask(documents.addDocument, { name, file }, at)
  await browser.ask(purchases.recordTender, { ...days, id: planned.id, documentId }, at)
}

type Signing = Extract<ContractDeed, { kind: 'sign' }>

async function sign(desk: Desk, { vendor, supervisor, ...signed }: Signing): Promise<void> {
  const { browser, at } = desk
  const projectId = await projectOf(desk)
  const year = Number(signed.signedOn.slice(0, 4))
  const plan = await browser.ask(purchases.listPurchases, { year }, at)
  const purchaseIds = plan.filter(({ project }) => project.id === projectId).map(({ id }) => id)
  const parties = {
    vendorId: await vendorId(desk, vendor),
    supervisorId: supervisor === undefined ? null : await vendorId(desk, supervisor),
  }
  await browser.ask(deeds.signContract, { ...signed, ...parties, projectId, purchaseIds }, at)
}

async function projectOf({ browser, at, formId }: Desk): Promise<ProjectId> {
  if (formId === null) throw new Error('a contract is signed for a declaration')
  return (await browser.ask(performance.openForm, { id: formId }, at)).projectId
}

async function vendorId({ browser, at }: Desk, name: string) {
  const [found] = await browser.ask(contracts.listVendors, { search: name }, at)
  return required(found, name).id
}

async function openOf({ browser, at, contract }: Desk) {
  const year = Number(at.toString().slice(0, 4))
  const years = [year, year - 1]
  for (const one of years) {
    const [found] = await browser.ask(contracts.listContracts, { year: one, search: contract }, at)
    if (found !== undefined) return browser.ask(contracts.openContract, { id: found.id }, at)
  }
  throw new Error(`there is no contract ${contract}`)
}

async function manage(desk: Desk, deed: Managing): Promise<void> {
  const { at } = desk
  const { ask } = desk.browser
  const { id, changes, supervision } = await openOf(desk)
  switch (deed.kind) {
    case 'ask':
      await ask(deeds.askForChange, { ...deed, id }, at)
      return
    case 'judge': {
      const change = required(
        changes.find(({ verdict }) => verdict === null),
        deed.opinion,
      )
      await ask(deeds.judgeChange, { ...deed, id, changeId: change.id }, at)
      return
    }
    case 'deduct':
      await ask(deeds.deductByHand, { ...deed, id }, at)
      return
    case 'appraise':
      await ask(deeds.holdAppraisal, { ...deed, id }, at)
      return
    case 'note':
      await ask(deeds.noteSupervision, { ...deed, kind: deed.as, id }, at)
      return
    case 'answer': {
      const note = required(
        supervision.find(({ answerDueOn, answer }) => answerDueOn !== null && answer === null),
        deed.answer,
      )
      await ask(deeds.answerSupervision, { ...deed, id, noteId: note.id }, at)
      return
    }
    case 'settle':
      await ask(deeds.settleContract, { ...deed, id }, at)
  }
}

async function perform(desk: Desk, deed: Performing): Promise<void> {
  const { at } = desk
  const { ask } = desk.browser
  const { id, milestones, purchases: lines, instalments } = await openOf(desk)
  const milestoneOf = (name: string) =>
    required(
      milestones.find((one) => one.name === name),
      name,
    ).id
  const lineOf = (item: string) =>
    required(
      lines.find((one) => one.item === item),
      item,
    )
  switch (deed.kind) {
    case 'reach': {
      const milestoneId = milestoneOf(deed.milestone)
      await ask(deeds.reachMilestone, { ...deed, id, milestoneId, documentId: null }, at)
      return
    }
    case 'deliver': {
      const { item, ...delivery } = deed
      await ask(deeds.recordDelivery, { ...delivery, id, purchaseId: lineOf(item).id, documentId: null }, at)
      return
    }
    case 'install': {
      const delivery = required(
        lineOf(deed.item).deliveries.find(({ installedOn }) => installedOn === null),
        deed.item,
      )
      await ask(deeds.recordInstallation, { ...deed, id, deliveryId: delivery.id }, at)
      return
    }
    case 'accept': {
      const milestoneId = deed.milestone === null ? null : milestoneOf(deed.milestone)
      await ask(deeds.recordAcceptance, { ...deed, id, milestoneId, documentId: null }, at)
      return
    }
    case 'pay-instalment': {
      const instalment = required(
        instalments.find(({ name }) => name === deed.instalment),
        deed.instalment,
      )
      await ask(deeds.payInstalment, { ...deed, id, instalmentId: instalment.id }, at)
    }
  }
}

function required<Found>(found: Found | undefined, name: string): Found {
  if (found === undefined) throw new Error(`the contract has no ${name}`)
  return found
}
