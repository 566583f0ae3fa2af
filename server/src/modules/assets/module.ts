import { assetLists, assets, stocktakes } from '@shiji/contract/assets'
import { defineModule, route } from '#platform/module'
import { addRoom } from './add-room.ts'
import { changeAsset } from './change-asset.ts'
import { checkStorage } from './check-storage.ts'
import { listAssets } from './list-assets.ts'
import { listRooms } from './list-rooms.ts'
import { markAssetList } from './lists/mark-asset-list.ts'
import { readAssetList } from './lists/read-asset-list.ts'
import { readAssetTemplate } from './lists/read-asset-template.ts'
import { takeAssetList } from './lists/take-asset-list.ts'
import { ASSET_MEASURES } from './measures/asset-measures.ts'
import { openAsset } from './open-asset.ts'
import { beginStocktake } from './stocktakes/begin-stocktake.ts'
import { closeStocktake } from './stocktakes/close-stocktake.ts'
import { countAsset } from './stocktakes/count-asset.ts'
import { listStocktakes } from './stocktakes/list-stocktakes.ts'
import { openStocktake } from './stocktakes/open-stocktake.ts'

export const assetsModule = defineModule({
  name: 'assets',
  dependsOn: ['directory'],
  permissions: ['assets.read', 'assets.write'],
  routes: [
    route(assets.listAssets, listAssets),
    route(assets.openAsset, openAsset),
    route(assets.changeAsset, changeAsset),
    route(assets.listRooms, listRooms),
    route(assets.addRoom, addRoom),
    route(assets.checkStorage, checkStorage),
    route(assetLists.readAssetTemplate, readAssetTemplate),
    route(assetLists.readAssetList, readAssetList),
    route(assetLists.markAssetList, markAssetList),
    route(assetLists.takeAssetList, takeAssetList),
    route(stocktakes.listStocktakes, listStocktakes),
    route(stocktakes.beginStocktake, beginStocktake),
    route(stocktakes.openStocktake, openStocktake),
    route(stocktakes.countAsset, countAsset),
    route(stocktakes.closeStocktake, closeStocktake),
  ],
  measures: ASSET_MEASURES,
})
