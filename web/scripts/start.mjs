// `npm start`: builds the page with whatever that takes, serves it and prints its address. PORT chooses the port.
// Not for the tests' server (serve.mjs run by playwright.config.ts).
import { main } from "../../wasm/toolchain/run_command.mjs";
import { buildPage } from "./build.mjs";
import { parsePort, serve } from "./serve.mjs";

await main(async () => {
  const port = process.env.PORT === undefined ? undefined : parsePort(process.env.PORT);
  buildPage();
  console.log(`\nLoopscope is at ${await serve(port)} (Ctrl+C ends)`);
});
