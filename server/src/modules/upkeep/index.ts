export { findOnDuty } from './duty/find-on-duty.ts'
export { upkeepModule } from './module.ts'
export { layOutAhead } from './plans/lay-out-ahead.ts'
export { bringPast, type PastOccurrence } from './register/bring-past.ts'
