import { z } from 'zod'
import { Name, PersonId, Unit, UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** What becomes of units: names, places in the tree, mergers. Old records keep pointing at the old unit. */

const manage = { permission: 'directory.manage-units' } as const

/** Every change says from which day it holds (not after today) and on what ground. */
const Ground = z.object({ id: UnitId, effectiveOn: z.iso.date(), reason: z.string().trim().min(1).max(500) })

export const UnitChange = z.object({
  id: z.uuid(),
  did: z.enum(['renamed', 'moved', 'merged', 'took-in', 'split', 'split-off', 'closed']),
  effectiveOn: z.iso.date(),
  reason: z.string(),
  nameBefore: z.string(),
  nameAfter: z.string(),
  parentBefore: z.string().nullable(),
  parentAfter: z.string().nullable(),
  /** The unit it was merged into, took in, or was split off from. */
  other: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
})

export const units = {
  renameUnit: endpoint({
    method: 'POST',
    path: '/units/{id}/name',
    summary: 'Give a unit another name from a day on',
    access: manage,
    refuses: ['not-found', 'unit-not-open', 'day-ahead'],
  })
    .input(Ground.extend({ name: Name }))
    .output(Unit),
  moveUnit: endpoint({
    method: 'POST',
    path: '/units/{id}/place',
    summary: 'Put a unit, and all below it, under another unit',
    access: manage,
    refuses: ['not-found', 'unit-not-open', 'day-ahead', 'unit-is-district', 'unit-below-itself'],
  })
    .input(Ground.extend({ parentId: UnitId }))
    .output(Unit),
  mergeUnit: endpoint({
    method: 'POST',
    path: '/units/{id}/merger',
    summary: 'Merge a unit into another: its people and the units below it go there, its records stay its own',
    access: manage,
    refuses: ['not-found', 'unit-not-open', 'day-ahead', 'unit-is-district', 'unit-below-itself'],
  })
    .input(Ground.extend({ intoId: UnitId }))
    .output(Unit),
  splitUnit: endpoint({
    method: 'POST',
    path: '/units/{id}/split',
    summary: 'Split new units off a unit, each with the people who go there',
    access: manage,
    refuses: ['not-found', 'unit-not-open', 'day-ahead', 'unit-is-district'],
  })
    .input(
      Ground.extend({
        parts: z
          .array(z.object({ name: Name, people: z.array(PersonId).max(1000) }))
          .min(1)
          .max(20),
      }),
    )
    .output(z.array(Unit)),
  closeUnit: endpoint({
    method: 'POST',
    path: '/units/{id}/closure',
    summary: 'Close a unit in which nobody is left',
    access: manage,
    refuses: ['not-found', 'unit-not-open', 'day-ahead', 'unit-is-district', 'unit-in-use'],
  })
    .input(Ground)
    .output(Unit),
  readUnit: endpoint({
    method: 'GET',
    path: '/units/{id}',
    summary: 'A unit with its history, and what it was called on a day',
    access: { permission: 'directory.see-people' },
    refuses: ['not-found'],
  })
    .input(z.object({ id: UnitId, on: z.iso.date().optional() }))
    .output(
      z.object({
        unit: Unit,
        onDay: z.object({ day: z.iso.date(), name: z.string(), parent: z.string().nullable() }),
        changes: z.array(UnitChange),
      }),
    ),
}
