import { processesOn } from './trial-server.ts'

/** A session may have ended between looking and killing. */
export function kill(pid: number): void {
  try {
    if (pid > 1) process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Ends what still names the folder; answers how many there were. */
export async function killOrphans(dataFolder: string): Promise<number> {
  const left = await processesOn(dataFolder)
  for (const pid of left) kill(pid)
  return left.length
}
