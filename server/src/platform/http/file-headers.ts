/**
 * How a file leaves: to be saved, never to be guessed at. Only our own print view (`text/html`) is shown in the
 * browser, as a page that can run and load nothing; what people bring leaves as bytes.
 */
export function fileHeaders(file: File): Record<string, string> {
  const shown = file.type === 'text/html'
  return {
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  }
}

function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
