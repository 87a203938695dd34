// The page's side of its service worker: registered once, asked to take the page over, and where it answers requests.
// Not for: answering, see service-worker/.
import { notify } from "./notices";

/** Milliseconds that a run waits for the service worker to take the page over, and to wake up. */
const kPatience = 3000;

let registration: Promise<ServiceWorkerRegistration | null> | null = null;

/** Safe to call again. Resolves with null where there are no service workers, or not on this page. */
export function registerServiceWorker(): Promise<ServiceWorkerRegistration | null> {
  registration ??= register();
  return registration;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  try {
    const script = new URL("service-worker.js", document.baseURI);
    // Wider than its type: where service workers are blocked from outside it resolves with nothing.
    const registered: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register(script, {
      updateViaCache: "none",
    });
    return registered ?? null;
  } catch {
    return null;
  }
}

function controllerChange(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      navigator.serviceWorker.removeEventListener("controllerchange", done);
      resolve();
    };
    const timer = setTimeout(done, kPatience);
    navigator.serviceWorker.addEventListener("controllerchange", done);
  });
}

// A browser ends a service worker that had nothing to do for a while: the first request would wait until it has begun
// again, and the run would measure that.
function awake(worker: ServiceWorker): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      port1.close();
      resolve();
    };
    const timer = setTimeout(done, kPatience);
    port1.onmessage = done;
    worker.postMessage("wake", [port2]);
  });
}

// Only these modules ask for anything: a program that names none of them has nothing to wait for.
const kAsks = /\b(requests|aiohttp|httpx)\b/;

/**
 * Where the service worker answers the requests of a text. Null where it is not in charge (a hard reload, a browser that
 * forbids it): then the engine answers by itself, and the page says so.
 */
export async function answeringBase(source: string): Promise<string | null> {
  const registered = await registerServiceWorker();
  if (registered === null) return null;
  if (kAsks.test(source)) {
    if (navigator.serviceWorker.controller === null) {
      const changed = controllerChange();
      const worker = registered.active ?? registered.waiting ?? registered.installing;
      worker?.postMessage("claim");
      await changed;
    }
    if (navigator.serviceWorker.controller !== null) await awake(navigator.serviceWorker.controller);
  }
  if (navigator.serviceWorker.controller === null) return null;
  return new URL("net/", registered.scope).href;
}

/** Says in words that no service worker answers. */
export function noticeNoServiceWorker(): void {
  notify({ kind: "service-worker", tone: "info", text: (words) => words.noticeNoServiceWorker });
}
