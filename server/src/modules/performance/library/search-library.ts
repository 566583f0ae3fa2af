import type { FormId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { indexNames } from '@shiji/kernel/library/find-alike'
import type { LibraryEntry } from '@shiji/kernel/library/library-pack'
import { placeEntry } from '@shiji/kernel/library/place-entry'
import { pinyinInitials } from '@shiji/kernel/search/pinyin-initials'
import { foldForSearch, matchesSearch, parseSearch } from '@shiji/kernel/search/search-text'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { findTemplate, LIBRARY_PACKS, LINT_WORDS, NAME_READER } from '../official-sheets.ts'
import { type KeptEntry, listEntries } from './entry-store.ts'
import { countUses, foldedNames } from './use-store.ts'

type Query = {
  readonly text: string
  readonly service?: string | undefined
  readonly formId?: FormId | undefined
  readonly version?: number | undefined
  readonly retired: 'hide' | 'show'
}

/** More than fit on a screen; the person says another word. */
const MOST = 100

export async function searchLibrary(context: Context, { text, service, formId, version, retired }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const form =
      formId === undefined
        ? null
        : ((await findForm(reader, context.actor, { id: formId, version })) ?? refuse('not-found'))
    const kept = (await listEntries(reader)).filter((entry) => retired === 'show' || entry.retired === null)
    const named = kept.filter(({ entry }) => isNamed(entry, text))
    const fitting = named.filter(({ entry }) => service === undefined || entry.services.includes(service))
    const shown = fitting.slice(0, MOST)
    const uses = await countUses(
      reader,
      context.actor,
      shown.flatMap(({ entry }) => foldedNames(entry)),
    )
    const sheet = form === null ? null : onSheet(form.content)
    return {
      services: servicesOf(named),
      entries: shown.map(({ entry, origin, retired: gone }) => ({
        ...entry,
        origin,
        uses: foldedNames(entry).reduce((sum, name) => sum + (uses.get(name) ?? 0), 0),
        place: sheet === null ? { level1: entry.level1, level2: entry.level2 } : sheet.placeOf(entry),
        onForm: sheet?.rowOf(entry) ?? null,
        retired: gone,
      })),
      total: fitting.length,
    }
  })
}

/** By its names, or by the first letters of their pinyin. */
function isNamed({ level3, synonyms }: LibraryEntry, text: string): boolean {
  const query = parseSearch(text)
  const names = [level3, ...synonyms]
  if (query.words.length === 0 || names.some((name) => matchesSearch(foldForSearch(name), query))) return true
  const letters = text.toLowerCase().replace(/\s/g, '')
  return /^[a-z0-9]{2,}$/.test(letters) && names.some((name) => pinyinInitials(name).includes(letters))
}

function servicesOf(kept: readonly KeptEntry[]) {
  return LIBRARY_PACKS.flatMap(({ services }) => services).map(({ key, name }) => ({
    key,
    name,
    entries: kept.filter(({ entry }) => entry.services.includes(key)).length,
  }))
}

function onSheet(content: FormContent) {
  const tree = findTemplate(content)?.tree ?? []
  const aliases = [...LINT_WORDS.levelAliases, ...LIBRARY_PACKS.flatMap(({ placing }) => placing)]
  const index = indexNames(
    content.indicators.map(({ level3 }) => level3),
    NAME_READER,
  )
  return {
    placeOf: (entry: LibraryEntry) => placeEntry(entry, tree, aliases),
    rowOf: (entry: LibraryEntry): number | null => {
      const found = [entry.level3, ...entry.synonyms].flatMap((name) => index.findAlike(NAME_READER.read(name), 1))
      return found.find(({ likeness }) => likeness.kind === 'same')?.at ?? null
    },
  }
}
