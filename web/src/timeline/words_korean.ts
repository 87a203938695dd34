// Every word that the timeline says, in Korean. Not for other languages: see words.ts.

import { counted, lengthText } from "./time_text";
import type { Words } from "./words";

function length(us: number): string {
  return lengthText(us)
    .replace(/ s$/, "초")
    .replace(/ (ms|µs)$/, "$1");
}

export const korean: Words = {
  timeline: "타임라인",
  timelineHelp:
    "화살표로 움직이고, 더하기와 빼기로 확대하고, 0으로 전체를 봅니다. 표는 같은 내용을 글로 보여 줍니다.",
  states: {
    running: "실행",
    ready: "준비 큐에서 대기",
    sleep: "잠",
    network: "네트워크",
    waiting: "다른 것을 기다림",
    blocked: "루프를 막음",
  },
  reasons: {
    task: "태스크를 기다림",
    lock: "락을 기다림",
    queue: "큐를 기다림",
    thread: "스레드를 기다림",
    future: "퓨처를 기다림",
  },
  outcomes: { finished: "완료", failed: "실패", cancelled: "취소됨" },
  program: "프로그램",
  programLabel: (label) => label.replace(/^program (\d+)$/, "프로그램 $1"),
  blockingTwin: (label) => `${label}, 막으면서`,
  loop: "이벤트 루프",
  thread: "메인 스레드",
  line: (line) => `${line}번째 줄`,
  length,
  task: (task) => `태스크 ${task}`,
  waitsFor: (tasks) => `기다리는 태스크: ${tasks}`,
  wokenBy: (task) => `깨운 태스크: ${task}`,
  dueAt: (time) => `${time}에 깨어날 예정`,
  answer: (status, bytes) => `응답 ${status}, ${counted(bytes)}바이트`,
  noAnswer: "응답 없음",
  cancelledBy: (task) => `취소한 태스크: ${task}`,
  stillGoing: "계속 진행 중",
  notMeasurable: "너무 짧아 잴 수 없음",
  blockedThroughout: (time, loop) =>
    loop ? `루프가 ${time} 내내 막혔습니다` : `${time} 내내 막혀 있었습니다`,
  blockedFor: (time, loop) => (loop ? `루프가 ${time} 동안 막혔습니다` : `${time} 동안 막혀 있었습니다`),
  blockedPlace: (line, what) => `${line}번째 줄 ${what}`,
  lockOrThread: "락이나 스레드",
  waitedAtOnce: (count) => `동시에 최대 ${counted(count)}개가 기다렸습니다`,
  waitedInTurn: "한 번에 하나씩 기다렸습니다",
  computed: (time) => `기다림 없이 ${time} 동안 계산했습니다`,
  nothingYet: "아무것도 기다리지 않았습니다",
  ended: { running: "", finished: "", stopped: "멈춤", failed: "오류로 끝남" },
  lostRecords: (count) => `기록 ${counted(count)}개가 빠졌습니다`,
  zoomIn: "확대",
  zoomOut: "축소",
  fit: "전체 보기",
  asTable: "표",
  legend: "막대의 뜻",
  playhead: "재생 위치",
  live: "실시간",
  tableCaption: "태스크마다 한 일을 글로 적은 표",
  tableTask: "태스크",
  tableSpans: "한 일",
  moreLanes: (count) => `표에 없는 태스크가 ${counted(count)}개 더 있습니다. 그림에는 모두 있습니다.`,
  moreSpans: (count) => `외 ${counted(count)}개`,
};
