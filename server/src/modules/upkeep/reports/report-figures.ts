import type { Wording } from '@shiji/kernel/wording'

/** What a report of maintenance tells, section by section: keys of measures, whichever module makes them. */
export const REPORT_SECTIONS: readonly { readonly name: Wording; readonly measures: readonly string[] }[] = [
  {
    name: { zh: '工单', en: 'Tickets' },
    measures: [
      'desk.ticket-volume',
      'desk.fault-count',
      'desk.response-time',
      'desk.response-in-time-rate',
      'desk.recovery-in-time-rate',
      'desk.orders-closed',
      'desk.satisfaction',
      'desk.complaints',
    ],
  },
  {
    name: { zh: '巡检', en: 'Rounds' },
    measures: [
      'upkeep.inspection-completion',
      'upkeep.inspections',
      'upkeep.missed-rounds',
      'upkeep.points-covered',
      'upkeep.faults-mended',
    ],
  },
  {
    name: { zh: '值守', en: 'Duty' },
    measures: ['upkeep.duty-coverage', 'upkeep.hand-overs-on-time', 'upkeep.staff-present', 'upkeep.staff-days'],
  },
  { name: { zh: '运行', en: 'Running' }, measures: ['watch.availability', 'watch.worst-availability'] },
  {
    name: { zh: '计划', en: 'Plans' },
    measures: ['upkeep.plan-completion', 'upkeep.meetings-held', 'upkeep.trainings-done', 'upkeep.upgrade-completion'],
  },
]
