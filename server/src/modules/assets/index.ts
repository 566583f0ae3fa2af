export { assetsModule } from './module.ts'
