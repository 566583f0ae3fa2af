import { declarationLife } from '@shiji/contract/declaration-life'
import { performance } from '@shiji/contract/performance'
import { defineModule, route } from '#platform/module'
import { compareVersions } from './compare-versions.ts'
import { createForm } from './create-form.ts'
import { editCells } from './edit-cells.ts'
import { decideDeclaration } from './life/decide-declaration.ts'
import { readLife } from './life/read-life.ts'
import { submitDeclaration } from './life/submit-declaration.ts'
import { withdrawDeclaration } from './life/withdraw-declaration.ts'
import { listProjects } from './list-projects.ts'
import { listTemplates } from './list-templates.ts'
import { listVersions } from './list-versions.ts'
import { openForm } from './open-form.ts'
import { printForm } from './print-form.ts'
import { readFile } from './read-file.ts'
import { readTemplate } from './read-template.ts'
import { search } from './search.ts'

export const performanceModule = defineModule({
  name: 'performance',
  dependsOn: ['directory', 'documents'],
  permissions: ['performance.read', 'performance.write', 'performance.review'],
  routes: [
    route(performance.listProjects, listProjects),
    route(performance.search, search),
    route(performance.readFile, readFile),
    route(performance.createForm, createForm),
    route(performance.openForm, openForm),
    route(performance.editCells, editCells),
    route(performance.listVersions, listVersions),
    route(performance.compareVersions, compareVersions),
    route(performance.listTemplates, listTemplates),
    route(performance.readTemplate, readTemplate),
    route(performance.printForm, printForm),
    route(declarationLife.readLife, readLife),
    route(declarationLife.submitDeclaration, submitDeclaration),
    route(declarationLife.withdrawDeclaration, withdrawDeclaration),
    route(declarationLife.decideDeclaration, decideDeclaration),
  ],
})
