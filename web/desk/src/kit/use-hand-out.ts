import { useMutation } from '@tanstack/react-query'
import { useFeedback } from './feedback.tsx'
import { handOut } from './hand-out.ts'

/** Takes a file from the server and hands it to the browser; why there is none is said in a sentence. */
export function useHandOut<Asked = void>(take: (asked: Asked) => Promise<File>) {
  const message = useFeedback()
  return useMutation({
    mutationFn: take,
    onSuccess: (file) => handOut(file),
    onError: (problem) => message.error(problem.message),
  })
}
