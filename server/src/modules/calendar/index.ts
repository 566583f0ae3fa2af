export { calendarOf, calendarOfVersion } from './calendar-of.ts'
export { calendarModule } from './module.ts'
