export { mayTellFigures } from './figures/keep-figures-out.ts'
export { keepWatching, type WatchEvent } from './keep-watching.ts'
export { watchModule } from './module.ts'
export { bringPastSeries } from './register/bring-past-series.ts'
