// The limit: a worker without any engine that waits with setTimeout and asks with fetch, as text for a blob.
// Not for: measuring, see real_clock_bench.mjs.

/**
 * A job is {chains}: each a list of seconds waited for one after the other, or of such lists side by side; or {requests,
 * base}: answers that the service worker is asked for all at once, each {answer, bytes}: the header that says when, and how
 * long a body goes there and back. The reply is the seconds that each took.
 */
export const bareWorker = `
const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
async function chain(parts) {
  if (parts.some(Array.isArray)) {
    await Promise.all(parts.map(chain));
    return;
  }
  for (const seconds of parts) await wait(seconds);
}
async function timed(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
async function ask({ answer, bytes }, at, base) {
  const response = await fetch(base + "https/bare.example/" + at, {
    method: bytes > 0 ? "POST" : "GET",
    headers: { "x-loopscope-answer": answer },
    body: bytes > 0 ? new Uint8Array(bytes) : null,
    cache: "no-store",
  });
  await response.arrayBuffer();
}
onmessage = async ({ data }) => {
  if (data.requests) postMessage([await timed(() => Promise.all(data.requests.map((request, at) => ask(request, at, data.base))))]);
  else postMessage(await Promise.all(data.chains.map((parts) => timed(() => chain(parts)))));
};
`;
