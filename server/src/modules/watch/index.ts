export { keepWatching, type WatchEvent } from './keep-watching.ts'
export { watchModule } from './module.ts'
