/** What the label says: its letters, or the address behind its code, which ends with them. */
export function codeOnLabel(read: string): string {
  const [, code] = /\/m\/p\/([^/?#]+)\/?$/.exec(read.trim()) ?? []
  return code === undefined ? read.trim() : decodeURIComponent(code)
}

type Detector = { readonly detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]> }
type DetectorKind = new (options: { readonly formats: readonly string[] }) => Detector

/** Browsers that read codes themselves; on the others the camera of the phone opens the address of the label. */
export function mayScan(): boolean {
  return 'BarcodeDetector' in window
}

/** The code in a picture of a label; null where there is none to be read. */
export async function readCode(picture: Blob): Promise<string | null> {
  const { BarcodeDetector } = window as unknown as { readonly BarcodeDetector: DetectorKind }
  const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(picture))
  return found === undefined ? null : codeOnLabel(found.rawValue)
}
