import type { Lifecycle } from '../lifecycle.ts'
import type { AssetState } from './asset-words.ts'

/** What may become of an asset. What was scrapped stays scrapped; what was lost may be found. */
export const ASSET_LIFE: Lifecycle<AssetState> = {
  'in-store': ['in-use', 'repair', 'lost', 'scrapped'],
  'in-use': ['in-store', 'repair', 'lost', 'scrapped'],
  repair: ['in-use', 'in-store', 'scrapped'],
  lost: ['in-use', 'in-store', 'scrapped'],
  scrapped: [],
}
