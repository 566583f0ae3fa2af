import { backup } from './backup/backup.ts'
import { restore } from './backup/restore.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { archiveVerify } from './evidence/archive-verify.ts'
import { evidencePack } from './evidence/evidence-pack.ts'
import { evidenceVerify } from './evidence/evidence-verify.ts'
import { ledgerVerify } from './evidence/ledger-verify.ts'
import { measuresCoverage } from './evidence/measures-coverage.ts'
import { exportForm } from './export/export-form.ts'
import { formLint } from './form/form-lint.ts'
import { formRead } from './form/form-read.ts'
import { formScore } from './form/form-score.ts'
import { formTemplates } from './form/form-templates.ts'
import { formWrite } from './form/form-write.ts'
import { importFiles } from './import/import.ts'
import { openapi } from './openapi.ts'
import { start } from './start/start.ts'
import { vantage } from './start/vantage.ts'
import { targetParse } from './target-parse.ts'
import { tenantList } from './tenant/tenant-list.ts'
import { tenantMove } from './tenant/tenant-move.ts'
import { userLink } from './user/user-link.ts'
import { userList } from './user/user-list.ts'

/** Every command of `shiji`, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  start,
  targetParse,
  formRead,
  formScore,
  formLint,
  formWrite,
  formTemplates,
  importFiles,
  exportForm,
  ledgerVerify,
  archiveVerify,
  evidencePack,
  evidenceVerify,
  backup,
  restore,
  tenantList,
  tenantMove,
  userList,
  userLink,
  vantage,
  measuresCoverage,
  openapi,
  doctor,
]
