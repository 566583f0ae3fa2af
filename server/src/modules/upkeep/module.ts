import { upkeep } from '@shiji/contract/upkeep'
import { upkeepDuty } from '@shiji/contract/upkeep-duty'
import { readingLists, upkeepMeters } from '@shiji/contract/upkeep-meters'
import { upkeepReports } from '@shiji/contract/upkeep-reports'
import { upkeepRounds } from '@shiji/contract/upkeep-rounds'
import { STEP_REACHED, TICKET_LOGGED } from '#modules/desk'
import { listen } from '#platform/events'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { answerSwap } from './duty/answer-swap.ts'
import { askSwap } from './duty/ask-swap.ts'
import { callOnDuty, callOnStep } from './duty/call-on-duty.ts'
import { checkTurn } from './duty/check-turn.ts'
import { giveHandOver } from './duty/give-hand-over.ts'
import { listDutyPeople } from './duty/list-duty-people.ts'
import { openHandOver } from './duty/open-hand-over.ts'
import { readDuty } from './duty/read-duty.ts'
import { readRoster } from './duty/read-roster.ts'
import { setRotation } from './duty/set-rotation.ts'
import { setTurns } from './duty/set-turns.ts'
import { takeHandOver } from './duty/take-hand-over.ts'
import { tellGaps } from './duty/tell-gaps.ts'
import { UPKEEP_MEASURES } from './measures/upkeep-measures.ts'
import { addMeter } from './meters/add-meter.ts'
import { bringExport } from './meters/bring-export.ts'
import { endMeter } from './meters/end-meter.ts'
import { listMeters } from './meters/list-meters.ts'
import { openMeter } from './meters/open-meter.ts'
import { markReadingList, readReadingList, readReadingTemplate, takeReadingList } from './meters/reading-list.ts'
import { takeReading } from './meters/take-reading.ts'
import { withdrawReading } from './meters/withdraw-reading.ts'
import { explainMiss } from './occurrences/explain-miss.ts'
import { keepOccurrence } from './occurrences/keep-occurrence.ts'
import { listDue } from './occurrences/list-due.ts'
import { markMissed } from './occurrences/mark-missed.ts'
import { openOccurrence } from './occurrences/open-occurrence.ts'
import { waiveOccurrence } from './occurrences/waive-occurrence.ts'
import { changePlan } from './plans/change-plan.ts'
import { layOutAhead } from './plans/lay-out-ahead.ts'
import { listPlans } from './plans/list-plans.ts'
import { makePlan } from './plans/make-plan.ts'
import { readYear } from './plans/read-year.ts'
import { printReport } from './reports/print-report.ts'
import { readReport } from './reports/read-report.ts'
import { changeRoute } from './rounds/change-route.ts'
import { keepVisits } from './rounds/keep-visits.ts'
import { listFaults } from './rounds/list-faults.ts'
import { listRounds } from './rounds/list-rounds.ts'
import { listRoutes } from './rounds/list-routes.ts'
import { makeRoute } from './rounds/make-route.ts'
import { mendFault } from './rounds/mend-fault.ts'
import { openRound } from './rounds/open-round.ts'
import { readVisitPhoto } from './rounds/read-visit-photo.ts'

export const upkeepModule = defineModule({
  name: 'upkeep',
  dependsOn: ['directory', 'calendar', 'documents', 'inbox', 'performance', 'desk'],
  permissions: ['upkeep.read', 'upkeep.work', 'upkeep.plan'],
  routes: [
    route(upkeep.listPlans, listPlans),
    route(upkeep.makePlan, makePlan),
    route(upkeep.changePlan, changePlan),
    route(upkeep.readYear, readYear),
    route(upkeep.listDue, listDue),
    route(upkeep.openOccurrence, openOccurrence),
    route(upkeep.keepOccurrence, keepOccurrence),
    route(upkeep.waiveOccurrence, waiveOccurrence),
    route(upkeep.explainMiss, explainMiss),
    route(upkeepRounds.listRoutes, listRoutes),
    route(upkeepRounds.makeRoute, makeRoute),
    route(upkeepRounds.changeRoute, changeRoute),
    route(upkeepRounds.listRounds, listRounds),
    route(upkeepRounds.openRound, openRound),
    route(upkeepRounds.readVisitPhoto, readVisitPhoto),
    route(upkeepRounds.keepVisits, keepVisits),
    route(upkeepRounds.listFaults, listFaults),
    route(upkeepRounds.mendFault, mendFault),
    route(upkeepMeters.listMeters, listMeters),
    route(upkeepMeters.addMeter, addMeter),
    route(upkeepMeters.endMeter, endMeter),
    route(upkeepMeters.openMeter, openMeter),
    route(upkeepMeters.takeReading, takeReading),
    route(upkeepMeters.bringExport, bringExport),
    route(upkeepMeters.withdrawReading, withdrawReading),
    route(readingLists.readReadingTemplate, readReadingTemplate),
    route(readingLists.readReadingList, readReadingList),
    route(readingLists.markReadingList, markReadingList),
    route(readingLists.takeReadingList, takeReadingList),
    route(upkeepReports.readReport, readReport),
    route(upkeepReports.printReport, printReport),
    route(upkeepDuty.readDuty, readDuty),
    route(upkeepDuty.readRoster, readRoster),
    route(upkeepDuty.listDutyPeople, listDutyPeople),
    route(upkeepDuty.setRotation, setRotation),
    route(upkeepDuty.setTurns, setTurns),
    route(upkeepDuty.checkTurn, checkTurn),
    route(upkeepDuty.askSwap, askSwap),
    route(upkeepDuty.answerSwap, answerSwap),
    route(upkeepDuty.openHandOver, openHandOver),
    route(upkeepDuty.giveHandOver, giveHandOver),
    route(upkeepDuty.takeHandOver, takeHandOver),
  ],
  listens: [listen(TICKET_LOGGED, callOnDuty), listen(STEP_REACHED, callOnStep)],
  measures: UPKEEP_MEASURES,
  recurring: [
    recur('upkeep.lay-out-ahead', { dailyAt: '00:30' }, layOutAhead),
    recur('upkeep.tell-gaps', { dailyAt: '08:00' }, tellGaps),
    recur('upkeep.mark-missed', { every: 'minute' }, markMissed),
  ],
})
