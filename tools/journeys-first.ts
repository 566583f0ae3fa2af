import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take minutes; begun last, one of them would keep a core waiting for the other. */
const LONG = /^(e2e|trials|server\/src\/(app|cli))\//

/** Journeys and trials before everything that takes seconds, each in Vitest's own order. */
export class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(relative(this.ctx.config.root, moduleId))
    const { long = [], short = [] } = Object.groupBy(await super.sort(files), (file) =>
      isLong(file) ? 'long' : 'short',
    )
    return [...long, ...short]
  }
}
