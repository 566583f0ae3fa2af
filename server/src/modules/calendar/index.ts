export { calendarOf, calendarOfVersion } from './calendar-of.ts'
export { versionAt } from './change-store.ts'
export { calendarModule } from './module.ts'
