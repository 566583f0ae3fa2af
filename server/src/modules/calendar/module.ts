import { calendar } from '@shiji/contract/calendar'
import { defineModule, route } from '#platform/module'
import { importYear } from './import-year.ts'
import { keepOwnHours } from './keep-own-hours.ts'
import { readCalendar } from './read-calendar.ts'
import { readOwnHours } from './read-own-hours.ts'
import { showYear } from './show-year.ts'

export const calendarModule = defineModule({
  name: 'calendar',
  dependsOn: ['directory'],
  permissions: ['calendar.manage'],
  routes: [
    route(calendar.readCalendar, readCalendar),
    route(calendar.showYear, showYear),
    route(calendar.importYear, importYear),
    route(calendar.readOwnHours, readOwnHours),
    route(calendar.keepOwnHours, keepOwnHours),
  ],
})
