import { loadCheckupPack } from '@shiji/packs/load-packs'

/** What counts as a fault of a database. */
export const CHECKUP_PACK = loadCheckupPack()
