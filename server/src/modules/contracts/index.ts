export { contractsModule } from './module.ts'
