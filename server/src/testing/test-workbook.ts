import { unzipSync } from 'fflate'

/** All that is written in a workbook, for tests that look for words. */
export function textsOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([path]) => path.endsWith('.xml'))
    .map(([, content]) => new TextDecoder().decode(content))
    .join('\n')
}
