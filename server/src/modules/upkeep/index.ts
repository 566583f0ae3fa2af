export { findOnDuty } from './duty/find-on-duty.ts'
export { upkeepModule } from './module.ts'
export {
  isOccurrenceVisible,
  listOccurrenceStates,
  listWorkAhead,
  lockWorkAhead,
} from './occurrences/list-work-ahead.ts'
export { layOutAhead } from './plans/lay-out-ahead.ts'
export { bringPast, type PastOccurrence } from './register/bring-past.ts'
export { bringPastShifts, type PastShift } from './register/bring-past-shifts.ts'
