export { assetsModule } from './module.ts'
export { drawForWork } from './stock/draw-for-work.ts'
