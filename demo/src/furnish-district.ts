import { sitDown } from './act-on-contract.ts'
import { bindRows } from './bind-rows.ts'
import type { DemoServer } from './demo-server.ts'
import { fileForms } from './file-forms.ts'
import { foundOffices, welcomeNewcomer } from './found-offices.ts'
import { keepAssets } from './keep-assets.ts'
import { keepChanges } from './keep-changes.ts'
import { keepDesk } from './keep-desk.ts'
import { keepKnowledge } from './keep-knowledge.ts'
import { keepMajors } from './keep-majors.ts'
import { keepProblems } from './keep-problems.ts'
import { keepReadings } from './keep-readings.ts'
import { keepStock } from './keep-stock.ts'
import { keepSurveys } from './keep-surveys.ts'
import { keepUpkeep } from './keep-upkeep.ts'
import { keepWatch } from './keep-watch.ts'
import { OFFICE_SERVICES } from './offices.ts'
import { LATE_APPRAISAL } from './operation-contracts.ts'
import { NEWCOMER } from './people.ts'

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
