// The service worker: answers the simulated network's requests after their delay, and keeps the page for days without a net.
// Not for: deciding what is answered; anything outside of the page's own path, which it never touches.
import { answerHeader, contentOf, deadlineOf, readAnswer, responseOf } from "./answer";

declare const self: ServiceWorkerGlobalScope;

// Written by the build: every file of the page, and a name that changes when one of them does.
declare const LOOPSCOPE_FILES: readonly string[];
declare const LOOPSCOPE_RELEASE: string;

// Caches are the whole origin's, which may hold the page under several paths.
const kCachePrefix = `loopscope ${new URL(self.registration.scope).pathname} `;
const kCache = `${kCachePrefix}${LOOPSCOPE_RELEASE}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(kCache)
      .then((cache) =>
        // Asked of the host, not of the browser's own cache: an older page would name files that are gone.
        cache.addAll(
          LOOPSCOPE_FILES.map(
            (file) => new Request(new URL(file, self.registration.scope), { cache: "no-cache" }),
          ),
        ),
      )
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(kCachePrefix) && name !== kCache))
      // Oldest first. The newest of them stays: a page of that release may be open, and ask for files of its own.
      .then((names) => names.slice(0, -1))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A page that was loaded past us (a hard reload) asks to be taken over; one that is about to ask, whether we are awake.
self.addEventListener("message", (event) => {
  if (event.data === "claim") event.waitUntil(self.clients.claim());
  if (event.data === "wake") event.ports[0]?.postMessage("awake");
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const scope = new URL(self.registration.scope);
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (path.startsWith("net/")) event.respondWith(answer(request));
  else if (request.method === "GET") event.respondWith(fromCache(request));
});

async function answer(request: Request): Promise<Response> {
  const begun = performance.now();
  const wanted = readAnswer(answerHeader(request));
  if (wanted === null) {
    return new Response("This path belongs to the simulated network: a request must carry its answer.\n", {
      status: 400,
    });
  }
  const content = await contentOf(wanted.body, request);
  await waitUntil(deadlineOf(wanted, begun), request.signal);
  return responseOf(wanted, content);
}

// A timer may fire early, and the answer must not. A request that was given up needs no answer any more.
async function waitUntil(deadline: number, signal: AbortSignal): Promise<void> {
  for (
    let left = deadline - performance.now();
    left > 0 && !signal.aborted;
    left = deadline - performance.now()
  ) {
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

// The cache first: its files carry their content's hash in their names, and the page itself belongs to its release.
async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(kCache);
  const isPage = request.mode === "navigate";
  const found = isPage
    ? await cache.match(self.registration.scope, { ignoreSearch: true })
    : ((await cache.match(request)) ?? (await caches.match(request)));
  return found ?? fetch(request);
}
