export { findActor } from './find-actor.ts'
export { type FirstLink, foundDistrict } from './found-district.ts'
export { directoryModule } from './module.ts'
export { visibleTo } from './person-store.ts'
