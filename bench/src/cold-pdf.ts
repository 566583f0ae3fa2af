import { readFile } from 'node:fs/promises'

const laid = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'))
const start = performance.now()
const { writePdf } = await import('@shiji/forms/write/write-pdf')
await writePdf(laid)
process.stdout.write(String(performance.now() - start))
