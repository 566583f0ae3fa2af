/** A name in quotes that begins with a number of things: “四个一”, “两个确保”. */
const NAME = /[“"「『][两二三四五六七八九十]个\p{Script=Han}{1,8}[”"」』]/gu

/** What a text says beside names that hold a number; null when it holds none. */
export function besideNamedNumbers(text: string): string | null {
  const beside = text.replace(NAME, '此事')
  return beside === text ? null : beside
}
