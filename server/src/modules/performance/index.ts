export { performanceModule } from './module.ts'
export { printContent } from './print-content.ts'
export { countCoverage } from './proof/count-coverage.ts'
export { type IndicatorFigure, listIndicatorFigures } from './proof/list-indicator-figures.ts'
