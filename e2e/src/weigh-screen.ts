import type { Page } from 'playwright-core'

/** Scripts and styles a screen asks for when it is opened by its address, with their bytes as they travel. */
export async function weighScreen(page: Page, address: string): Promise<ReadonlyMap<string, number>> {
  const asked = new Set<string>()
  const note = (request: { url: () => string }) => asked.add(request.url())
  page.on('request', note)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  page.off('request', note)
  const weighed = [...asked].filter((url) => /\.(js|css)$/.test(url)).map(weigh)
  return new Map(await Promise.all(weighed))
}

async function weigh(url: string): Promise<[string, number]> {
  const reply = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  return [url, Number(reply.headers.get('content-length'))]
}

export function kilobytes(bytes: Iterable<number>): number {
  return [...bytes].reduce((sum, one) => sum + one, 0) / 1024
}
