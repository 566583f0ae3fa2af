export { performanceModule } from './module.ts'
export { countCoverage } from './proof/count-coverage.ts'
