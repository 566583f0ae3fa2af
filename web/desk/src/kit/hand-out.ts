const HANDED_OUT_AFTER_MS = 60_000

/** Hands a file to the browser, under the name it came with. */
export function handOut(file: Blob, name = file instanceof File ? file.name : ''): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), HANDED_OUT_AFTER_MS)
}
