import { archive } from '@shiji/contract/archive'
import { declarationLife } from '@shiji/contract/declaration-life'
import { desk } from '@shiji/contract/desk'
import { complaints } from '@shiji/contract/desk-complaints'
import { deskPublic } from '@shiji/contract/desk-public'
import { deskTeams } from '@shiji/contract/desk-teams'
import { directory } from '@shiji/contract/directory'
import { directoryImport } from '@shiji/contract/directory-import'
import { ledger } from '@shiji/contract/directory-ledger'
import { signInSafety } from '@shiji/contract/directory-sign-in'
import { units } from '@shiji/contract/directory-units'
import { documents } from '@shiji/contract/documents'
import { evidence } from '@shiji/contract/evidence'
import { evidenceRows } from '@shiji/contract/evidence-rows'
import { flow } from '@shiji/contract/flow'
import { flowDeputies } from '@shiji/contract/flow-deputies'
import { inbox } from '@shiji/contract/inbox'
import { library } from '@shiji/contract/library'
import { monitoring } from '@shiji/contract/monitoring'
import { performance } from '@shiji/contract/performance'
import { renewal } from '@shiji/contract/renewal'
import { revision } from '@shiji/contract/revision'
import { upkeep } from '@shiji/contract/upkeep'
import { upkeepRounds } from '@shiji/contract/upkeep-rounds'

/** What the desk calls. The browser is given the addresses alone (`virtual:contract`, vite.config.ts): schemas stay behind. */
export const contract = {
  archive,
  directory,
  directoryImport,
  units,
  signInSafety,
  ledger,
  documents,
  evidence,
  evidenceRows,
  flow,
  flowDeputies,
  inbox,
  monitoring,
  performance,
  declarationLife,
  library,
  renewal,
  revision,
  desk,
  deskTeams,
  deskPublic,
  complaints,
  upkeep,
  upkeepRounds,
}
