import { LIKENESS_WORDING, sayLikeness } from '@shiji/kernel/library/compare-names'
import {
  DUPLICATE_WORDING,
  type Duplicate,
  findDuplicates as find,
  indexLibrary,
} from '@shiji/kernel/library/find-duplicates'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm, listSisters } from '../form-store.ts'
import { NAME_READER } from '../official-sheets.ts'
import { type KeptEntry, listEntries } from './entry-store.ts'

export async function findDuplicates(context: Context, asked: { id: string; version?: number | undefined }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const form = (await findForm(reader, context.actor, asked)) ?? refuse('not-found')
    const sisters = await listSisters(reader, form.id)
    const library = indexLibrary((await listEntries(reader)).flatMap(namesOf), NAME_READER)
    const found = find(form.content, { sisters, library, reader: NAME_READER })
    return found.map((duplicate) => sayDuplicate(duplicate, context.language))
  })
}

function namesOf({ entry, retired }: KeptEntry) {
  if (retired !== null) return []
  const { id: entryId, level3: title, synonyms } = entry
  return [title, ...synonyms].map((name) => ({ entryId, title, name }))
}

function sayDuplicate(duplicate: Duplicate, language: Language) {
  const { kind, row, name, likeness } = duplicate
  const { code, parameters } = sayLikeness(likeness, language)
  return {
    kind,
    where: `indicators[${row}].level3`,
    name,
    likeness: likeness.kind,
    message: say(DUPLICATE_WORDING[kind], language, otherOf(duplicate)),
    why: say(LIKENESS_WORDING[code], language, parameters),
    otherName: kind === 'within' ? null : duplicate.other.name,
  }
}

function otherOf(duplicate: Duplicate) {
  switch (duplicate.kind) {
    case 'within':
      return { row: duplicate.other.row + 1, other: duplicate.other.name }
    case 'sister':
      return { project: duplicate.other.project, other: duplicate.other.name }
    case 'library':
      return { other: duplicate.other.name }
  }
}
