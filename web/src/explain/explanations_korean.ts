// What the errors of learners mean, in Korean.
// Not for: finding them, see explain.ts; CPython's own text, which the console shows unchanged.
import type { Explanations } from "./explanations_english";

export const explanationsInKorean: Explanations = {
  neverAwaited: ({ name }) => ({
    title: `${name}()를 아무도 기다리지 않았습니다`,
    body: `async 함수는 부르기만 하면 코루틴이 만들어질 뿐, 한 줄도 실행되지 않습니다. “await ${name}()”로 기다리거나 asyncio.create_task()에 맡기세요.`,
  }),
  awaitOutside: () => ({
    title: "await는 async def 안에서만 쓸 수 있습니다",
    body: "코드를 “async def main():” 안에 넣고 asyncio.run(main())으로 시작하세요.",
  }),
  notAwaitable: ({ type }) => ({
    title: `${type} 값은 await 할 수 없습니다`,
    body: "await는 코루틴, 태스크, 퓨처에만 쓸 수 있습니다. 함수에 async를 빠뜨렸거나, 이미 기다린 결과를 다시 기다리고 있을지 모릅니다.",
  }),
  runInsideLoop: () => ({
    title: "돌고 있는 루프 안에서 asyncio.run()을 불렀습니다",
    body: "루프는 스레드마다 하나이고, 여기서는 이미 돌고 있습니다. async def 안에서는 asyncio.run(…) 대신 “await …”를 쓰세요.",
  }),
  missingImport: ({ module }) => ({
    title: `import ${module}이(가) 빠졌습니다`,
    body: `맨 위에 “import ${module}”을(를) 쓰세요. 첫 “# %%” 앞에 있는 코드는 모든 프로그램이 함께 씁니다.`,
  }),
  lostException: () => ({
    title: "태스크가 실패했지만 아무도 결과를 묻지 않았습니다",
    body: "그대로 두면 오류가 묻힙니다. 태스크를 await로 기다리거나 gather로 모으세요.",
  }),
  lostTask: () => ({
    title: "끝나지 않은 태스크가 버려졌습니다",
    body: "루프가 먼저 끝났거나, 태스크를 아무도 갖고 있지 않았습니다. 변수에 담아 두고 프로그램이 끝나기 전에 기다리세요.",
  }),
  waitingForEver: ({ who }) => ({
    title: "모두 기다리기만 하고, 올 것이 없습니다",
    body: ["준비된 것도, 타이머도, 진행 중인 요청도 없습니다.", ...who].join("\n"),
  }),
  blockedLoop: ({ seconds, line, by }) => ({
    title: `루프가 ${seconds}초 동안 멈춰 있었습니다`,
    body: `${line === null ? "어떤 호출이" : `${line}번째 줄이`} 이벤트 루프 전체를 붙잡아서 다른 태스크가 움직이지 못했습니다. ${
      by === "network"
        ? "async def 안에서는 requests 대신 aiohttp를 쓰세요."
        : by === "lock"
          ? "async def 안에서는 락이나 스레드를 기다리는 호출을 “await asyncio.to_thread(…)”로 넘기세요."
          : "async def 안에서는 time.sleep(…) 대신 “await asyncio.sleep(…)”을 쓰세요."
    }`,
  }),
};
