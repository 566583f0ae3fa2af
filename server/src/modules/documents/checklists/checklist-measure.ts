import type { Decimal } from '@shiji/kernel/decimal'
import { CHECKLIST_KEY } from '@shiji/kernel/evidence/checklist-pack'
import { sql } from 'kysely'
import { z } from 'zod'
import { isWithin } from '#modules/directory'
import { defineMeasure, type Fact } from '#platform/measure'
import { regulationHolds } from '../regulations/in-force.ts'
import { PATTERNS } from './patterns.ts'

/** rules.md §4.3: “band with checklist, each item a file”. An item counts from the day it was asked for. */
export const checklistFulfilled = defineMeasure({
  key: 'documents.checklist',
  name: { zh: '清单完备率', en: 'Checklist fulfilled' },
  formula: {
    zh: '附有在有效期内的文件或记录的清单项 ÷ 清单要求的项 × 100%',
    en: 'items with a file or record in force ÷ items asked for × 100 %',
  },
  unit: '%',
  direction: 'higher',
  shape: 'words',
  combine: 'share',
  scale: 2,
  strength: 'C',
  version: 2,
  exclusions: { dropped: { zh: '不适用', en: 'does not apply' } },
  records: {
    item: { name: { zh: '清单项', en: 'Item of a checklist' }, page: null, table: 'documents_checklist_item' },
  },
  register: null,
  params: z.strictObject({ list: z.string().regex(CHECKLIST_KEY).max(60) }),
  paramWords: {
    list: {
      name: { zh: '清单', en: 'Checklist' },
      choices: Object.fromEntries(PATTERNS.map(({ key, name }) => [key, name])),
    },
  },
  facts: (reader, { scope, period, params, asOf }) =>
    reader
      .selectFrom('documentsChecklistItem as item')
      .innerJoin('documentsChecklist as checklist', 'checklist.id', 'item.checklistId')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'checklist.unitId')
      .leftJoinLateral(
        (expression) =>
          expression
            .selectFrom('documentsChecklistProof as one')
            .select(sql<string>`min(one.strength)`.as('strength'))
            .whereRef('one.itemId', '=', 'item.id')
            .where('one.provedAt', '<=', asOf)
            .where(sql<boolean>`(one.withdrawn_at is null or one.withdrawn_at > ${asOf})`)
            .where(sql<boolean>`coalesce(one.valid_from, '-infinity') <= make_date(checklist.year, 12, 31)`)
            // What runs out within the year proves until it does.
            .where(
              sql<boolean>`coalesce(one.valid_until, 'infinity') >=
                least((${asOf}::timestamptz at time zone 'Asia/Shanghai')::date, make_date(checklist.year, 12, 31))`,
            )
            .where(regulationHolds({ regulationId: 'one.regulationId', year: sql`checklist.year`, asOf }))
            .as('proof'),
        (join) => join.onTrue(),
      )
      .select([
        sql<string>`'item'`.as('recordKind'),
        sql<string>`item.id::text`.as('id'),
        sql<Temporal.Instant>`item.asked_on::timestamp at time zone 'Asia/Shanghai'`.as('at'),
        'item.addedAt as enteredAt',
        'checklist.unitId',
        'item.name as title',
        // An item nobody proved yet is a line of a list kept by hand.
        sql<string>`coalesce(proof.strength, 'B')`.as('strength'),
        sql<Fact['mark']>`case when item.added_at >= make_date(checklist.year + 1, 1, 1)::timestamp
          at time zone 'Asia/Shanghai' then 'late' end`.as('mark'),
        sql<Decimal>`case when proof.strength is null then 0 else 1 end::numeric`.as('numerator'),
        sql<Decimal>`1::numeric`.as('denominator'),
        sql<string | null>`case when item.dropped_at <= ${asOf} then 'dropped' end`.as('exclusion'),
      ])
      .where('checklist.list', '=', params.list)
      .where(isWithin(scope.unitId))
      .$if(scope.projectId !== null, (query) => query.where('checklist.projectId', '=', scope.projectId))
      .where('item.askedOn', '>=', period.from)
      .where('item.askedOn', '<=', period.until)
      .where('item.addedAt', '<=', asOf),
})
