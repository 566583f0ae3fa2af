import type { Locator, Page } from 'playwright-core'

/** Drops a file on a place as a person drags it there. */
export async function dropFile(place: Locator, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  const carried = await place.page().evaluateHandle(
    ([fileName, base64]) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    [name, bytes.toString('base64')] as const,
  )
  await place.dispatchEvent('drop', { dataTransfer: carried })
}

/** Pastes a text where the focus is; the browser's own clipboard is shared by the whole machine and left alone. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}
