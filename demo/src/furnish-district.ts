import { keepAssets } from './assets/keep-assets.ts'
import { keepStock } from './assets/keep-stock.ts'
import { sitDown } from './contracts/act-on-contract.ts'
import { LATE_APPRAISAL } from './contracts/operation-contracts.ts'
import type { DemoServer } from './demo-server.ts'
import { keepChanges } from './desk/keep-changes.ts'
import { keepDesk } from './desk/keep-desk.ts'
import { keepKnowledge } from './desk/keep-knowledge.ts'
import { keepMajors } from './desk/keep-majors.ts'
import { keepProblems } from './desk/keep-problems.ts'
import { keepSurveys } from './desk/keep-surveys.ts'
import { foundOffices, welcomeNewcomer } from './found-offices.ts'
import { OFFICE_SERVICES } from './offices.ts'
import { NEWCOMER } from './people.ts'
import { bindRows } from './performance/bind-rows.ts'
import { fileForms } from './performance/file-forms.ts'
import { keepReadings } from './upkeep/keep-readings.ts'
import { keepUpkeep } from './upkeep/keep-upkeep.ts'
import { keepWatch } from './watch/keep-watch.ts'

/** Taken by the last deed of all: whoever finds this login finds the whole district made. */
export const LAST_LOGIN = NEWCOMER.login

/** Fills a freshly founded district with offices, people and three years of forms, a desk with its tickets and routine work. */
export async function furnishDistrict(server: DemoServer): Promise<void> {
  await foundOffices(server)
  await fileForms(server)
  await keepDesk(server)
  await keepSurveys(server)
  await keepProblems(server)
  await keepKnowledge(server)
  await keepMajors(server)
  await keepChanges(server)
  await keepUpkeep(server)
  await keepReadings(server)
  // When the register is there, its records take points off.
  await sitDown(server, { office: OFFICE_SERVICES, formId: null }, LATE_APPRAISAL)
  await keepAssets(server)
  await keepStock(server)
  await keepWatch(server)
  await bindRows(server)
  await welcomeNewcomer(server)
}
