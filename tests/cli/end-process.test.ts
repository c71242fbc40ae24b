import { expect, test, vi } from "vitest";
import { endProcess } from "../../src/cli/end-process.js";

const processThatHas = (waiting: { readonly stdout: number; readonly stderr: number }) => ({
  stdout: { writableLength: waiting.stdout },
  stderr: { writableLength: waiting.stderr },
  exitCode: 0,
  exit: vi.fn(),
});

test("ends at once where all that was said has been taken", () => {
  const process = processThatHas({ stdout: 0, stderr: 0 });
  endProcess(process, 1);
  expect(process.exitCode).toBe(1);
  expect(process.exit).toHaveBeenCalledOnce();
});

test.each([
  { stdout: 12, stderr: 0 },
  { stdout: 0, stderr: 12 },
])("lets a pipe take what was said first: %o", (waiting) => {
  const process = processThatHas(waiting);
  endProcess(process, 1);
  expect(process.exitCode).toBe(1);
  expect(process.exit).not.toHaveBeenCalled();
});
