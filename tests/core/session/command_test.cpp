// The native command as a person uses it: its arguments, its files, its exit statuses.
// Not for: what programs print (tests/conformance).
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

struct Outcome {
  std::string output;  // stdout and stderr together
  int status = -1;
};

// A folder that goes away with the test.
class Command : public testing::Test {
 protected:
  Command() {
    char name[] = "/tmp/loopscope-command-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~Command() override { std::system(("rm -r '" + folder_ + "'").c_str()); }

  std::string write(const std::string& name, std::string_view text) {
    std::string path = folder_ + "/" + name;
    std::FILE* file = std::fopen(path.c_str(), "wb");
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
    return path;
  }
  std::string read(const std::string& name) {
    std::string text;
    std::FILE* file = std::fopen((folder_ + "/" + name).c_str(), "rb");
    if (file == nullptr) return "no such file";
    char buffer[4096];
    while (std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, count);
    std::fclose(file);
    return text;
  }
  Outcome run(const std::string& words, const std::string& input = "/dev/null") {
    Outcome outcome;
    std::FILE* pipe =
        popen(("cd '" + folder_ + "' && " LOOPSCOPE_COMMAND " " + words + " 2>&1 < " + input).c_str(), "r");
    char buffer[4096];
    while (std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe))
      outcome.output.append(buffer, count);
    outcome.status = WEXITSTATUS(pclose(pipe));
    return outcome;
  }

  std::string folder_;
};

TEST_F(Command, runs_a_file_and_standard_input) {
  write("a.py", "print('hi', __name__)\n");
  EXPECT_EQ(run("run a.py").output, "hi __main__\n");
  EXPECT_EQ(run("run -", "a.py").output, "hi __main__\n");
}

TEST_F(Command, several_programs_run_in_order_each_under_its_label) {
  write("s.py", "X = 1\n# %% one\nprint(X)\n# %% two\nraise SystemExit(3)\n# %% three\nprint(X + 2)\n");
  Outcome outcome = run("run s.py");
  EXPECT_EQ(outcome.output, "== one\n1\n== two\n== three\n3\n");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(run("run --program three s.py").output, "3\n");
  Outcome missing = run("run --program four s.py");
  EXPECT_EQ(missing.status, 2);
  EXPECT_EQ(missing.output, "loopscope: there is no program 'four'; there are: 'one' 'two' 'three'\n");
}

TEST_F(Command, a_wrong_command_line_ends_with_2_and_the_usage) {
  write("a.py", "");
  for (const char* words :
       {"", "fly", "run", "run a.py b.py", "run --clock lunar a.py", "run --seed x a.py", "run --cpu -1 a.py",
        "run --wings a.py", "run a.py --seed", "check --seed 1 a.py"}) {
    Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 2) << words;
    EXPECT_TRUE(outcome.output.starts_with("loopscope: ")) << words;
    EXPECT_NE(outcome.output.find("usage: loopscope run"), std::string::npos) << words;
  }
  Outcome missing = run("run nowhere.py");
  EXPECT_EQ(missing.status, 2);
  EXPECT_EQ(missing.output, "loopscope: can't open file 'nowhere.py': No such file or directory\n");
}

TEST_F(Command, check_names_file_line_and_column) {
  write("bad.py", "x = 1\ny = (\n");
  Outcome outcome = run("check bad.py");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.output, "bad.py:2:5: SyntaxError: '(' was never closed\n");
  write("good.py", "x = 1\n");
  EXPECT_EQ(run("check good.py").status, 0);
}

TEST_F(Command, disassemble_lists_instructions) {
  write("a.py", "print(1)\n");
  EXPECT_NE(run("disassemble a.py").output.find("CALL"), std::string::npos);
}

TEST_F(Command, writes_summary_and_trace) {
  write("a.py", "import asyncio\nasyncio.run(asyncio.sleep(2))\n");
  EXPECT_EQ(run("run --summary=s.json --trace t.json a.py").status, 0);
  EXPECT_NE(read("s.json").find("\"elapsed_s\": 2.0000"), std::string::npos);
  EXPECT_NE(read("s.json").find("\"tasks\": 1"), std::string::npos);
  EXPECT_NE(read("t.json").find("\"traceEvents\""), std::string::npos);
  EXPECT_EQ(run("run --summary /nowhere/s.json a.py").status, 2);
}

TEST_F(Command, the_blocking_mode_and_the_real_clock_are_options) {
  write(
      "a.py",
      "import asyncio\nasync def main():\n    await asyncio.gather(asyncio.sleep(.02), asyncio.sleep(.02))\n"
      "asyncio.run(main())\n");
  run("run --mode blocking --summary b.json a.py");
  EXPECT_NE(read("b.json").find("\"blocked_s\": 0.04"), std::string::npos);
  EXPECT_EQ(run("run --clock real --summary r.json a.py").status, 0);
  EXPECT_NE(read("r.json").find("\"blocked_s\": 0,"), std::string::npos);
}

TEST_F(Command, hostile_texts_are_errors_and_nothing_worse) {
  write("empty.py", "");
  EXPECT_EQ(run("run empty.py").status, 0);
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 1 << 20; ++i) noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  write("noise.py", noise);
  EXPECT_EQ(run("run noise.py").status, 1);
  write("nested.py", "x = " + std::string(10'000, '('));
  EXPECT_EQ(run("run nested.py").status, 1);
  write("endless.py", "def f(): f()\nf()\n");
  Outcome endless = run("run endless.py");
  EXPECT_EQ(endless.status, 1);
  EXPECT_TRUE(endless.output.ends_with("RecursionError: maximum recursion depth exceeded\n"));
}

// Killed while it waits: whoever reads a pipe had the line before.
TEST_F(Command, a_line_printed_on_the_real_clock_is_read_while_the_program_waits) {
  std::string path = write("slow.py", "import time\nprint('begun')\ntime.sleep(3600)\n");
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    execl(LOOPSCOPE_COMMAND, "loopscope", "run", "--clock", "real", path.c_str(), nullptr);
    _exit(127);
  }
  close(ends[1]);
  char line[16] = {};
  EXPECT_EQ(::read(ends[0], line, sizeof line), 6);
  EXPECT_STREQ(line, "begun\n");
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "it had ended already";
  close(ends[0]);
}

}  // namespace
