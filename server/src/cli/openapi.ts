import type { Command } from './command.ts'

export const openapi: Command = {
  path: ['openapi'],
  summary: { zh: '输出接口说明（OpenAPI 3.1，JSON）', en: 'print the description of the API (OpenAPI 3.1, JSON)' },
  usage: '',
  options: {},
  run: async (call) => {
    // Loaded here, so that the other commands need not wait for the modules.
    const [{ MODULES }, { describeApi }] = [await import('../app/modules.ts'), await import('#platform/http/open-api')]
    call.print(JSON.stringify(await describeApi(MODULES), null, call.json ? 0 : 2))
    return 0
  },
}
