import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeWorld } from '#testing/test-world'
import { tellIndicators } from './indicator-figures.ts'
import { tellJobs } from './job-figures.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'grafana')
const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

const Board = z.object({
  uid: z.string(),
  title: z.string(),
  panels: z.array(z.object({ id: z.number(), targets: z.array(z.object({ expr: z.string() })).default([]) })),
})

async function readBoards() {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'))
  return Promise.all(files.map(async (name) => Board.parse(JSON.parse(await readFile(join(FOLDER, name), 'utf8')))))
}

test('the boards for Grafana ask for figures /metrics has, each panel for one at least', async () => {
  const world = await makeWorld()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  tellJobs({ registry, log: pino({ level: 'silent' }), db: world.chenghu })
  tellIndicators({ registry, contextOf: () => world.contextOf({ kind: 'system', name: 'metrics' }, NOW) })
  const known = new Set((await registry.getMetricsAsJSON()).map(({ name }) => name))
  const boards = await readBoards()
  expect(boards.map(({ uid }) => uid).toSorted()).toEqual(['shiji-indicators', 'shiji-service'])
  for (const { uid, panels } of boards) {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    const asked = panels.flatMap(({ targets }) =>
      targets.map(({ expr }) => expr.match(/\b(?:shiji|process|nodejs)_\w+/g)),
    )
    expect([uid, asked.filter((names) => names === null)]).toEqual([uid, []])
    expect([uid, asked.flatMap((names) => names ?? []).filter((name) => !known.has(name))]).toEqual([uid, []])
  }
})
