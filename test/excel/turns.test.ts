import { mapInTurns } from "../../src/excel/turns.js";

/** Work for as long as a stretch may be. */
function spin(): void {
  const end = performance.now() + 17;
  while (performance.now() < end);
}

test("what is made in turns is what map makes, and others get theirs before it is done", async () => {
  const order: string[] = [];
  const others = new Promise<void>((done) => setImmediate(() => { order.push("another"); done(); }));
  const made = await mapInTurns([1, 2, 3, 4, 5], (item, index) => {
    spin();
    return item * 10 + index;
  });
  order.push("made");
  await others;
  expect(made).toEqual([10, 21, 32, 43, 54]);
  expect(order).toEqual(["another", "made"]);
});
