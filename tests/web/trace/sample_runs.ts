// Made-up runs in the wire format: the drawing's two programs, forty requests, cancelled and failed tasks, many lanes.
// Not recordings: only as exact as a test or a look at the picture needs. Lines are those of the drawing's scenario.

import { Outcome, WaitKind } from "../../../web/src/trace/wire";
import { BatchWriter } from "./encode_batch";

const S = 1_000_000;
const MS = 1_000;

/** Three meals one after the other: the program blocks for 5, 3 and 4 s. */
export function syncDelivery(): BatchWriter {
  const w = new BatchWriter();
  w.step(0, 0, 3);
  let time = 0;
  for (const [name, seconds] of [
    ["A", 5],
    ["B", 3],
    ["C", 4],
  ] as const) {
    w.prints(time, 0, `${name}에게 배달 완료\n`);
    w.blocks(time, 0, 8, time + seconds * S);
    time += seconds * S + MS;
    w.blockEnd(time, 0);
    w.prints(time, 0, `${name} 식사 완료, ${seconds}초 소요\n`);
  }
  return w.stepEnd(time, 0, 9);
}

/** The same three meals gathered: main waits for tasks 2, 3 and 4, which sleep side by side. */
export function gatheredDelivery(): BatchWriter {
  const w = new BatchWriter();
  const meals = [5, 3, 4];
  w.step(0, 0, 1).created(0, 1, 0, 21, "main").loopBegin(0).ready(0, 1);
  w.step(0, 1, 17);
  meals.forEach((_, i) => {
    w.created(0, i + 2, 1, 18, "delivery").ready(0, i + 2, 1);
  });
  w.waitsFor(0, 1, 18, [2, 3, 4]).stepEnd(100, 1, 18);
  meals.forEach((seconds, i) => {
    const begin = 200 * (i + 1);
    w.step(begin, i + 2, 12).prints(begin, i + 2, `${"ABC"[i]}에게 배달 완료\n`);
    w.sleeps(begin, i + 2, i + 1, 14, begin + seconds * S).stepEnd(begin + 50, i + 2, 14);
  });
  for (const i of [1, 2, 0]) {
    const end = meals[i] * S + MS;
    w.fires(end, i + 1).ready(end, i + 2);
    w.step(end + 20, i + 2, 14).prints(end + 20, i + 2, `${"ABC"[i]} 식사 완료, ${meals[i]}초 소요\n`);
    w.done(end + 60, i + 2, 15).stepEnd(end + 60, i + 2, 15);
  }
  const end = 5 * S + 2 * MS;
  w.ready(end, 1, 2)
    .step(end, 1, 18)
    .done(end + 30, 1, 19)
    .stepEnd(end + 30, 1, 19);
  return w.loopEnd(end + 40).stepEnd(end + 40, 0, 21);
}

const HOSTS = [
  ["naver.com", 170],
  ["google.com", 330],
  ["instagram.com", 700],
  ["youtube.com", 900],
] as const;

/** Forty pages asked for at once by aiohttp; the answers come in between 0.2 and 1.4 s. */
export function fortyRequests(): BatchWriter {
  const w = new BatchWriter();
  const count = 40;
  w.step(0, 0, 1).created(0, 1, 0, 30, "main").loopBegin(0).ready(0, 1).step(200, 1, 20);
  const tasks = Array.from({ length: count }, (_, i) => i + 2);
  for (const task of tasks) w.created(300, task, 1, 22, "fetch").ready(300, task, 1);
  w.waitsFor(400, 1, 23, tasks).stepEnd(400, 1, 23);
  const answers = tasks.map((task) => {
    const [host, ms] = HOSTS[(task - 2) % 4];
    const begin = 500 + task * 180;
    w.step(begin, task, 10).requests(begin, task, task, 11, `GET https://${host}/`);
    w.awaitsRequest(begin, task, task, 11).stepEnd(begin + 120, task, 11);
    return { task, end: begin + ms * 1.5 * MS + ((task * 7919) % 97) * 900 };
  });
  answers.sort((a, b) => a.end - b.end);
  let free = 0;
  for (const { task, end } of answers) {
    const begin = Math.max(Math.floor(end), free);
    free = begin + 900;
    w.answered(Math.floor(begin), task, 200, 51_200).ready(begin, task).step(begin, task, 12);
    w.prints(begin + 100, task, `${HOSTS[(task - 2) % 4][0]} 200\n`);
    w.done(begin + 800, task, 13).stepEnd(begin + 800, task, 13);
  }
  w.ready(free, 1, 5)
    .step(free, 1, 24)
    .done(free + 500, 1, 25)
    .stepEnd(free + 500, 1, 25);
  return w.loopEnd(free + 600).stepEnd(free + 600, 0, 30);
}

/** Forty pages one after the other by requests: the program blocks for each. */
export function fortyRequestsInARow(): BatchWriter {
  const w = new BatchWriter();
  let time = 1_500;
  w.step(0, 0, 1);
  for (let i = 0; i < 40; i++) {
    const [host, ms] = HOSTS[i % 4];
    w.requests(time, i + 1, 0, 7, `GET https://${host}/`).blocksForRequest(time, 0, 7, i + 1);
    time += ms * MS + ((i * 7919) % 97) * 300;
    w.answered(time, i + 1, 200, 51_200).blockEnd(time, 0);
    time += 2 * MS;
  }
  return w.stepEnd(time, 0, 9);
}

/** Every state and every end: a lock, a queue, a thread, a busy step, a blocked loop, a failure and a cancelled task. */
export function everyState(): BatchWriter {
  const w = new BatchWriter();
  w.step(0, 0, 1).created(0, 1, 0, 40, "main").loopBegin(0).ready(0, 1).step(0, 1, 30);
  const coroutines = ["producer", "consumer", "careful", "hasty", "heartbeat", "읽어오기", "crunch"];
  coroutines.forEach((name, i) => {
    w.created(0, i + 2, 1, 31 + i, name, i === 4 ? "심장 박동" : undefined).ready(0, i + 2, 1);
  });
  w.waitsFor(100, 1, 38, [2, 3, 4, 5]).stepEnd(100, 1, 38);
  w.step(200, 2, 3)
    .sleeps(200, 2, 1, 4, 0.6 * S)
    .stepEnd(300, 2, 4);
  w.step(300, 3, 8).waits(300, 3, WaitKind.Queue, 9).stepEnd(400, 3, 9);
  w.step(400, 4, 12).waits(400, 4, WaitKind.Lock, 13).stepEnd(500, 4, 13);
  w.step(500, 5, 16).requests(500, 1, 5, 17, "GET https://httpbin.org/status/500");
  w.awaitsRequest(500, 1, 5, 17).stepEnd(600, 5, 17);
  w.step(600, 6, 20)
    .sleeps(600, 6, 2, 21, 0.25 * S)
    .stepEnd(700, 6, 21);
  w.step(700, 7, 24).waits(700, 7, WaitKind.Thread, 25).stepEnd(800, 7, 25);
  w.step(800, 8, 27)
    .stepEnd(0.18 * S, 8, 28)
    .ready(0.18 * S, 8, 8);
  w.step(0.18 * S, 8, 28)
    .waits(0.22 * S, 8, WaitKind.Other, 29)
    .stepEnd(0.22 * S, 8, 29);
  w.fires(0.25 * S, 2)
    .ready(0.25 * S, 6)
    .step(0.251 * S, 6, 21);
  w.blocks(0.26 * S, 6, 22, 0.62 * S)
    .ready(0.4 * S, 5)
    .answered(0.4 * S, 1, 500, 12)
    .blockEnd(0.62 * S, 6);
  w.sleeps(0.621 * S, 6, 3, 21, 3 * S).stepEnd(0.622 * S, 6, 21);
  w.step(0.622 * S, 5, 17);
  w.done(0.63 * S, 5, 18, Outcome.Failed, "aiohttp.ClientResponseError: 500").stepEnd(0.63 * S, 5, 18);
  w.fires(0.63 * S, 1)
    .ready(0.63 * S, 2)
    .step(0.64 * S, 2, 4)
    .ready(0.65 * S, 3, 2);
  w.done(0.66 * S, 2, 6).stepEnd(0.66 * S, 2, 6);
  w.step(0.67 * S, 3, 9)
    .ready(0.68 * S, 4, 3)
    .done(0.7 * S, 3, 10)
    .stepEnd(0.7 * S, 3, 10);
  w.step(0.71 * S, 4, 13)
    .waits(0.71 * S, 4, WaitKind.Lock, 13)
    .stepEnd(0.72 * S, 4, 13);
  w.ready(0.9 * S, 7)
    .step(0.9 * S, 7, 25)
    .done(0.93 * S, 7, 26)
    .stepEnd(0.93 * S, 7, 26);
  w.ready(1 * S, 1, 5)
    .step(1 * S, 1, 38)
    .cancels(1.001 * S, 6, 1, 39)
    .cancels(1.001 * S, 4, 1, 39);
  w.ready(1.001 * S, 6, 1)
    .ready(1.001 * S, 4, 1)
    .waitsFor(1.01 * S, 1, 39, [6])
    .stepEnd(1.01 * S, 1, 39);
  w.step(1.02 * S, 6, 21)
    .done(1.03 * S, 6, 23, Outcome.Cancelled)
    .stepEnd(1.03 * S, 6, 23);
  w.step(1.04 * S, 4, 13)
    .done(1.05 * S, 4, 14, Outcome.Cancelled)
    .stepEnd(1.05 * S, 4, 14);
  w.ready(1.06 * S, 1, 6)
    .step(1.07 * S, 1, 39)
    .done(1.08 * S, 1, 40)
    .stepEnd(1.08 * S, 1, 40);
  w.record(1.08 * S, 15, { subject: 3 });
  return w.loopEnd(1.09 * S).stepEnd(1.09 * S, 0, 41);
}

/** `lanes` tasks of `rounds` sleeps each: 6 records a round, for sizes from a few to a million records. */
export function manyLanes(lanes: number, rounds: number): BatchWriter {
  const w = new BatchWriter();
  w.created(0, 1, 0, 9, "main").loopBegin(0).ready(0, 1).step(0, 1, 7);
  for (let i = 0; i < lanes; i++) w.created(i, i + 2, 1, 7, "worker").ready(i, i + 2, 1);
  w.waitsFor(lanes, 1, 8, [2, 3, 4]).stepEnd(lanes, 1, 8);
  let time = lanes + 1;
  let timer = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < lanes; i++) {
      if (round > 0) w.ready(time, i + 2);
      w.step(time, i + 2, 3)
        .sleeps(time + 1, i + 2, ++timer, 4, time + lanes * 10)
        .stepEnd(time + 2, i + 2, 4);
      time += 3 + ((i * 31 + round * 17) % 11);
    }
  }
  for (let i = 0; i < lanes; i++) {
    w.ready(time, i + 2)
      .step(time, i + 2, 4)
      .done(time + 1, i + 2, 5)
      .stepEnd(time + 1, i + 2, 5);
    time += 2;
  }
  return w;
}
