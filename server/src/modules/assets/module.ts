import { assetLists, assets, stocktakes } from '@shiji/contract/assets'
import { stock, stockCounts, stockLists } from '@shiji/contract/assets-stock'
import { defineModule, route } from '#platform/module'
import { addRoom } from './add-room.ts'
import { changeAsset } from './change-asset.ts'
import { checkStorage } from './check-storage.ts'
import { listAssets } from './list-assets.ts'
import { listRooms } from './list-rooms.ts'
import { markAssetList, readAssetList, readAssetTemplate, takeAssetList } from './lists/asset-list.ts'
import { ASSET_MEASURES } from './measures/asset-measures.ts'
import { openAsset } from './open-asset.ts'
import { addStockItem } from './stock/add-stock-item.ts'
import { changeStockItem } from './stock/change-stock-item.ts'
import { countStock } from './stock/count-stock.ts'
import { enterStock } from './stock/enter-stock.ts'
import { issueStock } from './stock/issue-stock.ts'
import { listStock } from './stock/list-stock.ts'
import { listStockCounts } from './stock/list-stock-counts.ts'
import { listStockDeliveries } from './stock/list-stock-deliveries.ts'
import { markStockList, readStockList, readStockTemplate, takeStockList } from './stock/lists/stock-list.ts'
import { openStockItem } from './stock/open-stock-item.ts'
import { takeBackMovement } from './stock/take-back-movement.ts'
import { beginStocktake } from './stocktakes/begin-stocktake.ts'
import { closeStocktake } from './stocktakes/close-stocktake.ts'
import { countAsset } from './stocktakes/count-asset.ts'
import { listStocktakes } from './stocktakes/list-stocktakes.ts'
import { openStocktake } from './stocktakes/open-stocktake.ts'

export const assetsModule = defineModule({
  name: 'assets',
  dependsOn: ['directory', 'inbox'],
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
    route(stock.listStock, listStock),
    route(stock.openStockItem, openStockItem),
    route(stock.addStockItem, addStockItem),
    route(stock.changeStockItem, changeStockItem),
    route(stock.enterStock, enterStock),
    route(stock.issueStock, issueStock),
    route(stock.takeBackMovement, takeBackMovement),
    route(stock.listStockDeliveries, listStockDeliveries),
    route(stockCounts.listStockCounts, listStockCounts),
    route(stockCounts.countStock, countStock),
    route(stockLists.readStockTemplate, readStockTemplate),
    route(stockLists.readStockList, readStockList),
    route(stockLists.markStockList, markStockList),
    route(stockLists.takeStockList, takeStockList),
  ],
  measures: ASSET_MEASURES,
})
