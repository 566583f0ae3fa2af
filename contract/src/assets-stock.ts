import { MOVEMENT_KINDS } from '@shiji/kernel/assets/stock'
import { isZero } from '@shiji/kernel/decimal'
import { NonNegativeDecimal } from '@shiji/kernel/decimal-schema'
import { z } from 'zod'
import { AssetId, RoomId } from './assets.ts'
import { DeliveryId } from './contracts.ts'
import { TicketId } from './desk.ts'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { ListCounts, ListVerdict, LookedAt, listEndpoints } from './lists.ts'

/** 耗材备件: what is kept in a store by the piece. How many there are is the sum of what went in and out. */

export const StockItemId = z.uuid().brand<'StockItemId'>()
export const StockMovementId = z.uuid().brand<'StockMovementId'>()
export const StockCountId = z.uuid().brand<'StockCountId'>()
export type StockItemId = z.infer<typeof StockItemId>
export type StockMovementId = z.infer<typeof StockMovementId>
export type StockCountId = z.infer<typeof StockCountId>

const read = { permission: 'assets.read' } as const
const write = { permission: 'assets.write' } as const
const day = z.iso.date()
const words = z.string().trim().min(1).max(200)
const maybeWords = z.string().trim().max(200)
const quantity = NonNegativeDecimal.refine((text) => /^\d{1,9}(\.\d{1,3})?$/.test(text), { abort: true })
const someQuantity = quantity.refine((text) => !isZero(text))
const kinds = Object.keys(MOVEMENT_KINDS) as [keyof typeof MOVEMENT_KINDS, ...(keyof typeof MOVEMENT_KINDS)[]]
export const MovementKind = z.enum(kinds)

export const StockItem = z.object({
  id: StockItemId,
  code: z.string(),
  name: z.string(),
  model: z.string(),
  unitWord: z.string(),
  unit: z.object({ id: UnitId, name: z.string() }),
  room: z.object({ id: RoomId, name: z.string() }).nullable(),
  minimum: z.string(),
  /** The sum of its movements. */
  onHand: z.string(),
  isShort: z.boolean(),
})

const StockMovement = z.object({
  id: StockMovementId,
  kind: MovementKind,
  /** Out of the store below zero. */
  quantity: z.string(),
  happenedOn: day,
  receiver: z.string(),
  note: z.string(),
  delivery: z.object({ item: z.string(), noteNumber: z.string(), deliveredOn: day }).nullable(),
  ticket: z.object({ id: TicketId, number: z.string() }).nullable(),
  asset: z.object({ id: AssetId, number: z.string(), name: z.string() }).nullable(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  /** Another movement took it back. */
  isTakenBack: z.boolean(),
  mayTakeBack: z.boolean(),
})

const facts = {
  name: words,
  model: maybeWords,
  unitWord: z.string().trim().min(1).max(20),
  roomId: RoomId.nullable(),
  minimum: quantity,
}

export const stock = {
  listStock: endpoint({
    method: 'GET',
    path: '/stock',
    summary: 'Consumables and parts by their codes with what there is of each, a page at a time',
    access: read,
    refuses: ['not-found'],
  })
    .input(
      z.object({
        search: z.string().trim().max(100).default(''),
        roomId: RoomId.optional(),
        shortOnly: z.stringbool().default(false),
        after: z.string().max(100).optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(StockItem),
        next: z.string().nullable(),
        all: z.number().int(),
        short: z.number().int(),
      }),
    ),
  openStockItem: endpoint({
    method: 'GET',
    path: '/stock/{id}',
    summary: 'An item of the store and what went in and out, newest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: StockItemId }))
    .output(StockItem.extend({ movements: z.array(StockMovement), isCut: z.boolean() })),
  addStockItem: endpoint({
    method: 'POST',
    path: '/stock',
    summary: 'Enter an item of the store',
    access: write,
    refuses: ['not-found', 'name-taken'],
  })
    .input(z.object({ code: z.string().trim().min(1).max(40), ...facts }))
    .output(z.object({ id: StockItemId })),
  changeStockItem: endpoint({
    method: 'PUT',
    path: '/stock/{id}',
    summary: 'Change what an item is called, where it lies and its minimum; never how many there are',
    access: write,
    refuses: ['not-found'],
  })
    .input(z.object({ id: StockItemId, ...facts }))
    .output(z.object({})),
  enterStock: endpoint({
    method: 'POST',
    path: '/stock/{id}/entries',
    summary: 'Put so many into the store, from a delivery where there is one',
    access: write,
    refuses: ['not-found', 'day-ahead', 'stock-before-delivery', 'stock-over-delivery'],
  })
    .input(
      z.object({
        id: StockItemId,
        quantity: someQuantity,
        happenedOn: day,
        deliveryId: DeliveryId.nullable(),
        note: maybeWords,
      }),
    )
    .output(z.object({ id: StockMovementId })),
  issueStock: endpoint({
    method: 'POST',
    path: '/stock/{id}/issues',
    summary: 'Take so many out of the store: for whom, and for which ticket or asset',
    access: write,
    refuses: ['not-found', 'day-ahead', 'stock-lacking', 'stock-use-unknown'],
  })
    .input(
      z.object({
        id: StockItemId,
        quantity: someQuantity,
        happenedOn: day,
        receiver: words,
        /** By the number people quote; '' for none. */
        ticketNumber: maybeWords,
        assetNumber: maybeWords,
        note: maybeWords,
      }),
    )
    .output(z.object({ id: StockMovementId })),
  takeBackMovement: endpoint({
    method: 'POST',
    path: '/stock-movements/{id}/correction',
    summary: 'Take a wrong movement back by a counter-entry; both stay',
    access: write,
    refuses: ['not-found', 'stock-taken-back', 'stock-lacking'],
  })
    .input(z.object({ id: StockMovementId, reason: words }))
    .output(z.object({ id: StockMovementId })),
  listStockDeliveries: endpoint({
    method: 'GET',
    path: '/stock-deliveries',
    summary: 'Deliveries of which not everything is in the store, newest first',
    access: write,
    refuses: [],
  }).output(
    z.array(
      z.object({
        id: DeliveryId,
        item: z.string(),
        unitWord: z.string(),
        noteNumber: z.string(),
        deliveredOn: day,
        left: z.string(),
      }),
    ),
  ),
}

const StockCountRow = z.object({
  id: StockCountId,
  countedOn: day,
  unitName: z.string(),
  roomName: z.string().nullable(),
  items: z.number().int(),
  differing: z.number().int(),
  recordedBy: z.string(),
})

export const stockCounts = {
  listStockCounts: endpoint({
    method: 'GET',
    path: '/stock-counts',
    summary: 'Counts of stores, newest first',
    access: read,
    refuses: [],
  }).output(z.array(StockCountRow)),
  countStock: endpoint({
    method: 'POST',
    path: '/stock-counts',
    summary: 'Say what was found in a store; what differs becomes a movement with its reason',
    access: write,
    refuses: ['not-found', 'day-ahead', 'stock-reason-lacking', 'changed-meanwhile'],
  })
    .input(
      z.object({
        roomId: RoomId.nullable(),
        countedOn: day,
        lines: z
          .array(
            z.object({
              itemId: StockItemId,
              /** What the books had when it was counted. */
              expected: z.string().max(40),
              found: quantity,
              reason: maybeWords,
            }),
          )
          .min(1)
          .max(1_000),
      }),
    )
    .output(StockCountRow),
}

const stockImports = listEndpoints({ path: '/stock-lists', of: 'consumables and parts', access: write })

export const stockLists = {
  readStockTemplate: stockImports.template,
  readStockList: stockImports.reading.output(ListCounts.extend(ListVerdict.shape)),
  markStockList: stockImports.marked,
  takeStockList: stockImports.taking.input(LookedAt).output(ListCounts),
}
