import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser } from './chromium.ts'

/** Draws the icons of the app for the phone from its `icon.svg`: `npm run pictures:phone`. */
const FOLDER = join(import.meta.dirname, '../../web/phone/public')
const SIZES = [192, 512]

const drawing = await readFile(join(FOLDER, 'icon.svg'), 'utf8')
const browser = await openBrowser()
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`)
  await page.screenshot({ path: join(FOLDER, `icon-${size}.png`) })
  await page.close()
}
await browser.close()
