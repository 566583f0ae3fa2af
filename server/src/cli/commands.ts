import { archiveVerify } from './archive-verify.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { evidencePack } from './evidence-pack.ts'
import { evidenceVerify } from './evidence-verify.ts'
import { formLint } from './form-lint.ts'
import { formRead } from './form-read.ts'
import { formScore } from './form-score.ts'
import { formTemplates } from './form-templates.ts'
import { formWrite } from './form-write.ts'
import { ledgerVerify } from './ledger-verify.ts'
import { measuresCoverage } from './measures-coverage.ts'
import { openapi } from './openapi.ts'
import { restore } from './restore.ts'
import { start } from './start.ts'
import { targetParse } from './target-parse.ts'
import { tenantList } from './tenant-list.ts'
import { tenantMove } from './tenant-move.ts'
import { vantage } from './vantage.ts'

/** Every command of `shiji`, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  start,
  targetParse,
  formRead,
  formScore,
  formLint,
  formWrite,
  formTemplates,
  ledgerVerify,
  archiveVerify,
  evidencePack,
  evidenceVerify,
  backup,
  restore,
  tenantList,
  tenantMove,
  vantage,
  measuresCoverage,
  openapi,
  doctor,
]
