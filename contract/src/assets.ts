import { ASSET_CATEGORIES, ASSET_STATES } from '@shiji/kernel/assets/asset-words'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { ListCounts, ListVerdict, LookedAt, listEndpoints } from './lists.ts'

/** Equipment and the rooms it stands in: what there is, where, in what state, and since when in the books. */

export const AssetId = z.uuid().brand<'AssetId'>()
export const RoomId = z.uuid().brand<'RoomId'>()
export const StocktakeId = z.uuid().brand<'StocktakeId'>()
export type AssetId = z.infer<typeof AssetId>
export type RoomId = z.infer<typeof RoomId>
export type StocktakeId = z.infer<typeof StocktakeId>

const read = { permission: 'assets.read' } as const
const write = { permission: 'assets.write' } as const
const day = z.iso.date()
const words = z.string().trim().min(1).max(200)
const maybeWords = z.string().trim().max(200)

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]
export const AssetCategory = z.enum(keysOf(ASSET_CATEGORIES))
export const AssetState = z.enum(keysOf(ASSET_STATES))

const Room = z.object({ id: RoomId, name: z.string() })

const AssetRow = z.object({
  id: AssetId,
  number: z.string(),
  name: z.string(),
  category: AssetCategory,
  model: z.string(),
  state: AssetState,
  stateSince: day,
  unit: z.object({ id: UnitId, name: z.string() }),
  room: Room.nullable(),
  keeper: z.string(),
})

const AssetReply = AssetRow.extend({
  serial: z.string(),
  price: z.string().nullable(),
  deliveredOn: day.nullable(),
  enteredOn: day,
  /** Days from delivery to the books; null when the delivery is not known. */
  entryDelay: z.number().int().nullable(),
  warrantyUntil: day.nullable(),
  /** States it may go into now. */
  next: z.array(AssetState),
  events: z.array(
    z.object({
      happenedOn: day,
      state: AssetState,
      room: z.string().nullable(),
      keeper: z.string(),
      note: z.string(),
      recordedBy: z.string(),
      recordedAt: z.iso.datetime(),
    }),
  ),
})

export const AssetFilter = z.object({
  search: z.string().trim().max(100).default(''),
  state: AssetState.optional(),
  category: AssetCategory.optional(),
  roomId: RoomId.optional(),
  after: z.string().max(100).optional(),
})

const RoomRow = z.object({
  id: RoomId,
  name: z.string(),
  unit: z.object({ id: UnitId, name: z.string() }),
  isStore: z.boolean(),
  assets: z.number().int(),
  lastCheck: z.object({ checkedOn: day, items: z.number().int(), passed: z.number().int() }).nullable(),
})

export const assets = {
  listAssets: endpoint({
    method: 'GET',
    path: '/assets',
    summary: 'Assets by their numbers, a page at a time',
    access: read,
    refuses: ['not-found'],
  })
    .input(AssetFilter)
    .output(
      z.object({
        assets: z.array(AssetRow),
        next: z.string().nullable(),
        states: z.array(z.object({ state: AssetState, count: z.number().int() })),
      }),
    ),
  openAsset: endpoint({
    method: 'GET',
    path: '/assets/{id}',
    summary: 'An asset and its life',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: AssetId }))
    .output(AssetReply),
  changeAsset: endpoint({
    method: 'POST',
    path: '/assets/{id}/events',
    summary: 'Put in, take out, move, repair or scrap an asset',
    access: write,
    refuses: ['not-found', 'day-ahead', 'asset-cannot'],
  })
    .input(
      z.object({
        id: AssetId,
        state: AssetState,
        roomId: RoomId.nullable(),
        keeper: maybeWords,
        happenedOn: day,
        note: maybeWords,
      }),
    )
    .output(z.object({})),
  listRooms: endpoint({
    method: 'GET',
    path: '/rooms',
    summary: 'Rooms with what stands in them and how it is stored',
    access: read,
    refuses: [],
  }).output(z.array(RoomRow)),
  addRoom: endpoint({
    method: 'POST',
    path: '/rooms',
    summary: 'Enter a room of the own unit',
    access: write,
    refuses: ['name-taken'],
  })
    .input(z.object({ name: words, isStore: z.boolean() }))
    .output(z.object({ id: RoomId })),
  checkStorage: endpoint({
    method: 'POST',
    path: '/rooms/{id}/checks',
    summary: 'Record how what stands in a room is stored: how many were looked at, how many as they should be',
    access: write,
    refuses: ['not-found', 'day-ahead', 'more-than-looked-at'],
  })
    .input(
      z.object({
        id: RoomId,
        checkedOn: day,
        items: z.number().int().min(1).max(100_000),
        passed: z.number().int().min(0).max(100_000),
        note: z.string().trim().max(1_000),
      }),
    )
    .output(z.object({})),
}

const assetImports = listEndpoints({ path: '/asset-lists', of: 'assets', access: write })

export const assetLists = {
  readAssetTemplate: assetImports.template,
  readAssetList: assetImports.reading.output(ListCounts.extend(ListVerdict.shape)),
  markAssetList: assetImports.marked,
  takeAssetList: assetImports.taking.input(LookedAt).output(ListCounts),
}

const Counted = z.object({
  asset: z.object({ id: AssetId, number: z.string(), name: z.string() }),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  outcome: z.enum(['open', 'agrees', 'elsewhere', 'missing']),
})

const StocktakeRow = z.object({
  id: StocktakeId,
  name: z.string(),
  unitName: z.string(),
  openedOn: day,
  closedOn: day.nullable(),
  expected: z.number().int(),
  agreeing: z.number().int(),
  elsewhere: z.number().int(),
  /** Nobody has found it yet, or ever after the end. */
  missing: z.number().int(),
})

export const stocktakes = {
  listStocktakes: endpoint({
    method: 'GET',
    path: '/stocktakes',
    summary: 'Stocktakes, newest first',
    access: read,
    refuses: [],
  }).output(z.array(StocktakeRow)),
  beginStocktake: endpoint({
    method: 'POST',
    path: '/stocktakes',
    summary: 'Lay out every asset of the own unit to be found',
    access: write,
    refuses: ['day-ahead', 'nothing-to-count'],
  })
    .input(z.object({ name: words, openedOn: day }))
    .output(z.object({ id: StocktakeId })),
  openStocktake: endpoint({
    method: 'GET',
    path: '/stocktakes/{id}',
    summary: 'A stocktake: what was not found or stands elsewhere, first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: StocktakeId }))
    .output(StocktakeRow.extend({ counts: z.array(Counted), isCut: z.boolean() })),
  countAsset: endpoint({
    method: 'POST',
    path: '/stocktakes/{id}/counts',
    summary: 'An asset was found, in this room',
    access: write,
    refuses: ['not-found', 'stocktake-closed'],
  })
    // By what stands on its label.
    .input(z.object({ id: StocktakeId, number: words, roomId: RoomId.nullable() }))
    .output(Counted),
  closeStocktake: endpoint({
    method: 'POST',
    path: '/stocktakes/{id}/end',
    summary: 'End a stocktake; what nobody found is missing',
    access: write,
    refuses: ['not-found', 'day-ahead', 'stocktake-closed'],
  })
    .input(z.object({ id: StocktakeId, closedOn: day }))
    .output(StocktakeRow),
}
