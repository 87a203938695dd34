"""Records what CPython 3.13 does in the programs of this folder, for the scenarios in C++ of the same names.

    python3.13 tests/conformance/oracle/run_with_virtual_clock.py tests/core/runtime/scenarios/record.py [TOPIC ...]

TOPIC.py holds coroutines, decorated by @scenario, that take a log; TOPIC.out gets a section for each: a line for each
call of the log, with the microseconds since the scenario began, then "end" when its loop has ended what was left.
Not for what a C++ program alone can see.
"""

import asyncio
import asyncio.runners
import importlib.util
import pathlib
import sys

FOLDER = pathlib.Path(__file__).parent


def run(scenario):
    loop = asyncio.new_event_loop()
    began = loop.time()
    lines = []

    def log(line):
        lines.append(f"{round((loop.time() - began) * 1e6)} {line}")

    loop.run_until_complete(scenario(log))
    asyncio.runners._cancel_all_tasks(loop)
    log("end")
    loop.close()
    return lines


def record(topic):
    specification = importlib.util.spec_from_file_location(f"scenarios_{topic}", FOLDER / f"{topic}.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    with open(FOLDER / f"{topic}.out", "w", encoding="utf-8") as out:
        for scenario in module.scenario.all:
            print(f"[{scenario.__name__}]", *run(scenario), sep="\n", file=out)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    topics = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ("record", "topic", "random_programs"))
    for name in sys.argv[1:] or topics:
        record(name)
