import type { Context } from '#platform/context'
import { markBroughtList } from '#platform/lists/list-import'
import { DIRECTORY_LIST } from './directory-list.ts'

export async function markList(context: Context, input: { file: File }): Promise<File> {
  return markBroughtList(context, input, DIRECTORY_LIST)
}
