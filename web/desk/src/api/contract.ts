import { archive } from '@shiji/contract/archive'
import { assetLists, assets, stocktakes } from '@shiji/contract/assets'
import { stock, stockCounts, stockLists } from '@shiji/contract/assets-stock'
import { checklists } from '@shiji/contract/checklists'
import { cockpit } from '@shiji/contract/cockpit'
import { contracts } from '@shiji/contract/contracts'
import { contractDeeds } from '@shiji/contract/contracts-deeds'
import { purchases } from '@shiji/contract/contracts-purchases'
import { declarationLife } from '@shiji/contract/declaration-life'
import { desk } from '@shiji/contract/desk'
import { deskArticles } from '@shiji/contract/desk-articles'
import { deskChanges } from '@shiji/contract/desk-changes'
import { complaints } from '@shiji/contract/desk-complaints'
import { deskFigures } from '@shiji/contract/desk-figures'
import { deskLines } from '@shiji/contract/desk-lines'
import { deskMail } from '@shiji/contract/desk-mail'
import { deskMajors } from '@shiji/contract/desk-majors'
import { deskPhotos } from '@shiji/contract/desk-photos'
import { deskProblems } from '@shiji/contract/desk-problems'
import { deskPublic } from '@shiji/contract/desk-public'
import { deskSpots } from '@shiji/contract/desk-spots'
import { deskSurveys } from '@shiji/contract/desk-surveys'
import { deskTeams } from '@shiji/contract/desk-teams'
import { deskWork } from '@shiji/contract/desk-work'
import { directory } from '@shiji/contract/directory'
import { directoryImport } from '@shiji/contract/directory-import'
import { ledger } from '@shiji/contract/directory-ledger'
import { signInSafety } from '@shiji/contract/directory-sign-in'
import { units } from '@shiji/contract/directory-units'
import { documents } from '@shiji/contract/documents'
import { evaluation } from '@shiji/contract/evaluation'
import { evidence } from '@shiji/contract/evidence'
import { evidenceRows } from '@shiji/contract/evidence-rows'
import { expertSheets } from '@shiji/contract/expert-sheets'
import { flow } from '@shiji/contract/flow'
import { flowDefinitions } from '@shiji/contract/flow-definitions'
import { flowDeputies } from '@shiji/contract/flow-deputies'
import { inbox } from '@shiji/contract/inbox'
import { library } from '@shiji/contract/library'
import { money } from '@shiji/contract/money'
import { monitoring } from '@shiji/contract/monitoring'
import { oversight } from '@shiji/contract/oversight'
import { performance } from '@shiji/contract/performance'
import { reEvaluation } from '@shiji/contract/re-evaluation'
import { regulations } from '@shiji/contract/regulations'
import { renewal } from '@shiji/contract/renewal'
import { results } from '@shiji/contract/results'
import { review } from '@shiji/contract/review'
import { revision } from '@shiji/contract/revision'
import { rules } from '@shiji/contract/rules'
import { seals } from '@shiji/contract/seals'
import { upkeep } from '@shiji/contract/upkeep'
import { upkeepDuty } from '@shiji/contract/upkeep-duty'
import { readingLists, upkeepMeters } from '@shiji/contract/upkeep-meters'
import { upkeepReports } from '@shiji/contract/upkeep-reports'
import { upkeepRounds } from '@shiji/contract/upkeep-rounds'
import { watch } from '@shiji/contract/watch'
import { watchAlarms } from '@shiji/contract/watch-alarms'
import { watchDatabases } from '@shiji/contract/watch-databases'
import { watchFiguresOut } from '@shiji/contract/watch-figures-out'
import { watchPage } from '@shiji/contract/watch-page'
import { watchSignals } from '@shiji/contract/watch-signals'
import { watchVantages } from '@shiji/contract/watch-vantages'

/** What the desk calls. The browser is given the addresses alone (`virtual:contract`, vite.config.ts): schemas stay behind. */
export const contract = {
  archive,
  checklists,
  cockpit,
  directory,
  directoryImport,
  units,
  signInSafety,
  ledger,
  documents,
  evaluation,
  evidence,
  expertSheets,
  evidenceRows,
  flow,
  flowDefinitions,
  flowDeputies,
  inbox,
  money,
  monitoring,
  oversight,
  performance,
  declarationLife,
  library,
  reEvaluation,
  renewal,
  review,
  results,
  revision,
  rules,
  seals,
  desk,
  deskArticles,
  deskChanges,
  deskFigures,
  deskLines,
  deskMail,
  deskMajors,
  deskPhotos,
  deskSurveys,
  deskTeams,
  deskWork,
  deskSpots,
  deskProblems,
  deskPublic,
  complaints,
  contracts,
  contractDeeds,
  purchases,
  assets,
  assetLists,
  stocktakes,
  stock,
  stockCounts,
  stockLists,
  regulations,
  upkeep,
  upkeepDuty,
  readingLists,
  upkeepMeters,
  upkeepReports,
  upkeepRounds,
  watch,
  watchAlarms,
  watchDatabases,
  watchFiguresOut,
  watchPage,
  watchSignals,
  watchVantages,
}
