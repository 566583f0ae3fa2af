/** Files by the hash of their content, outside the database. Reached only through the context. */
export type FileStore = {
  /** Keeps the bytes and answers their SHA-256. They are on the disk when it answers; the same bytes are kept once. */
  readonly save: (bytes: Uint8Array) => Promise<string>
  /** The bytes, as they were saved to the last bit. */
  readonly open: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>
}
