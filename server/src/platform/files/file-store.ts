/** Files by the hash of their content, outside the database. Reached only through the context. */
export type FileStore = {
  /** Keeps the bytes and answers their SHA-256. They are on the disk when it answers; the same bytes are kept once. */
  readonly save: (bytes: Uint8Array) => Promise<string>
  /** The bytes, as they were saved to the last bit. */
  readonly open: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>
  /** Keeps a part of a file that is still on its way, durable when it answers; the same part again changes nothing. */
  readonly keepPart: (upload: string, part: { readonly from: number; readonly bytes: Uint8Array }) => Promise<void>
  /** All that has come of it. */
  readonly openParts: (upload: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly dropParts: (upload: string) => Promise<void>
}
