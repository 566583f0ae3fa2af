import type { Reader } from '#platform/database/transaction'

export async function findPageOf(reader: Reader, unitId: string) {
  return reader
    .selectFrom('watchPage')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'watchPage.unitId')
    .select(['watchPage.unitId', 'watchPage.code', 'watchPage.title', 'watchPage.isOpen'])
    .where('watchPage.unitId', '=', unitId)
    .executeTakeFirst()
}

export async function findOpenPage(reader: Reader, code: string) {
  return reader
    .selectFrom('watchPage')
    .select(['unitId', 'title'])
    .where('code', '=', code)
    .where('isOpen', '=', true)
    .executeTakeFirst()
}

export function pathOf(code: string): string {
  return `/q/status/${code}`
}
