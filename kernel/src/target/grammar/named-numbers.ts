/** A name that begins with a number of things, in quotes or of a kind that counts nothing: “四个一”, “两个确保”, 四个全覆盖. */
const NAME =
  /[“"「『][两二三四五六七八九十]个\p{Script=Han}{1,8}[”"」』]|[两二三四五六七八九十]个(?:全覆盖|统一|到位|确保|必须|严禁)(?=$|[,，;；。、])/gu
/** Words that say nothing and stand in no form. */
const STAND_IN = '此处名目'

type SetAside = { readonly beside: string; readonly putBack: (words: readonly string[]) => string[] }

/** What a text says beside names that hold a number, and how its words read with them; null when it holds none. */
export function setNamesAside(text: string): SetAside | null {
  const names = text.match(NAME)
  if (names === null) return null
  const beside = text.replace(NAME, STAND_IN)
  return {
    beside,
    putBack: (words) => {
      const left = [...names]
      return words.map((word) => word.replaceAll(STAND_IN, () => left.shift() ?? STAND_IN))
    },
  }
}
