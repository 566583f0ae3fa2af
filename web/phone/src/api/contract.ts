import { stock } from '@shiji/contract/assets-stock'
import { desk } from '@shiji/contract/desk'
import { deskCallers } from '@shiji/contract/desk-callers'
import { deskPhotos } from '@shiji/contract/desk-photos'
import { deskWork } from '@shiji/contract/desk-work'
import { directory } from '@shiji/contract/directory'
import { documents } from '@shiji/contract/documents'
import { flow } from '@shiji/contract/flow'
import { upkeepDuty } from '@shiji/contract/upkeep-duty'
import { upkeepMeters } from '@shiji/contract/upkeep-meters'
import { upkeepRounds } from '@shiji/contract/upkeep-rounds'

/** What the phone calls. The browser is given the addresses alone (`virtual:contract`, vite.config.ts): schemas stay behind. */
export const contract = {
  directory,
  desk,
  deskCallers,
  deskPhotos,
  deskWork,
  documents,
  flow,
  stock,
  upkeepDuty,
  upkeepMeters,
  upkeepRounds,
}
