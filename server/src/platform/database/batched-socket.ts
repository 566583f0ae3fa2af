import { Socket } from 'node:net'

/**
 * Everything written in one turn of the event loop leaves together, whatever follows from a promise in it included.
 * Statements that travel in a pipeline are many small messages, and each write of its own would wake the database for
 * itself: on a busy machine that costs more than all the rest of a request.
 */
export class BatchedSocket extends Socket {
  #isHeld = false

  override cork(): void {
    if (this.#isHeld) return
    this.#isHeld = true
    super.cork()
    setImmediate(() => {
      this.#isHeld = false
      super.uncork()
    })
  }

  /** The turn ends it, not whoever began it. */
  override uncork(): void {}

  override write(message: Uint8Array | string, encoding?: BufferEncoding | Written, written?: Written): boolean {
    this.cork()
    return super.write(message, encoding as BufferEncoding, written)
  }
}

type Written = (error?: Error | null) => void
