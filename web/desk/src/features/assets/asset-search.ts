import { AssetCategory, AssetState, RoomId } from '@shiji/contract/assets'
import { z } from 'zod'

/** Which assets are shown; kept in the address. */
export const AssetSearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  state: AssetState.optional().catch(undefined),
  category: AssetCategory.optional().catch(undefined),
  room: RoomId.optional().catch(undefined),
})

export function toFilter({ search, state, category, room }: z.infer<typeof AssetSearch>) {
  return {
    ...(search === undefined ? {} : { search }),
    ...(state === undefined ? {} : { state }),
    ...(category === undefined ? {} : { category }),
    ...(room === undefined ? {} : { roomId: room }),
  }
}
