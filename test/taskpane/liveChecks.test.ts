import { liveChecks } from "../../src/taskpane/session/liveChecks.js";
import { unchanged, type Changed } from "../../src/usecases/changed.js";
import type { WorkbookErrorCode } from "../../src/usecases/workbookError.js";
import { WorkbookError } from "../../src/usecases/workbookError.js";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const ours = { sheet: "A", isOurs: true };
const theirs = { sheet: "B", isOurs: false };

function following() {
  const checked: Changed[] = [];
  let fails: WorkbookErrorCode | undefined;
  const live = liveChecks(async (changed) => {
    checked.push(changed);
    if (fails !== undefined) throw new WorkbookError(fails, { sv: "", en: "" });
    return undefined;
  }, () => undefined, unchanged);
  return { live, checked, failWith: (code: WorkbookErrorCode | undefined) => { fails = code; }, pass: (milliseconds = 60_000) => jest.advanceTimersByTimeAsync(milliseconds) };
}

test("the add-in's own writes lead to no check, and are read with the next one; a thousand edits at once are one", async () => {
  const { live, checked, pass } = following();
  live.note(ours);
  await pass();
  expect(checked).toEqual([]);
  for (let edit = 0; edit < 1_000; edit += 1) live.note(theirs);
  await pass();
  expect(checked).toEqual([{ sheets: new Set(["A", "B"]), hasComeOrGone: false }]);
});

test("a check waits for what the user waits for; refused during an edit it comes of itself, and otherwise with the next change; stopped it never comes", async () => {
  const { live, checked, failWith, pass } = following();
  live.hold(true);
  live.note(theirs);
  await pass();
  expect(checked).toHaveLength(0);
  failWith("cell-edit-mode");
  live.hold(false);
  await pass(30_000);
  expect(checked.length).toBeGreaterThan(1);
  failWith("connection");
  await pass();
  const refused = checked.length;
  await pass();
  expect(checked).toHaveLength(refused);
  failWith(undefined);
  live.note(ours);
  live.note({ sheet: undefined, isOurs: false });
  await pass();
  expect(checked.at(-1)).toEqual({ sheets: new Set(["A", "B"]), hasComeOrGone: true });
  live.note(theirs);
  live.stop();
  await pass();
  expect(checked).toHaveLength(refused + 1);
});
