import type { Reporter, TestModule } from 'vitest/node'

/** Ends every run with one plain line that any reader of logs understands: `812 passed, 0 failed, 3 skipped`. */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((other) => other === state).length
    const broken = unhandledErrors.length + modules.filter((module) => module.errors().length > 0).length
    process.stdout.write(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`)
  }
}
