// Keeps the shell of the app on the phone. What the office knows is never kept here: the app does that, and can forget it.
const NAME = '__SHELL_NAME__'
const FILES = ['__SHELL_FILES__']
const PAGE = FILES[0]

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(PAGE)) return
  const wanted = request.mode === 'navigate' ? PAGE : request
  event.respondWith(fromShell(wanted, request))
})

async function keepShell() {
  const cache = await caches.open(NAME)
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))
}

async function dropOlder() {
  const names = await caches.keys()
  const older = names.filter((name) => name.startsWith('shiji-phone-') && name !== NAME)
  await Promise.all(older.map((name) => caches.delete(name)))
}

async function fromShell(wanted, request) {
  const cache = await caches.open(NAME)
  return (await cache.match(wanted)) ?? fetch(request)
}
