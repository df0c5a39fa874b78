import * as fc from "fast-check";
import { axisOf, isSameAxis, scrollFor, sizeOf, startOf } from "../../../src/workbench/page/sheet/axis.js";

const sizes = [20, 20, 0, 40, 20, 20, 20];
const axis = axisOf(sizes.length, (index) => sizes[index] ?? 0);

describe("rows and columns in pixels", () => {
  test("each begins where those before it end, and hidden ones take no room", () => {
    expect(startOf(axis, 3)).toBe(40);
    expect(sizeOf(axis, 2)).toBe(0);
    expect(sizeOf(axis, 1, 3)).toBe(60);
    expect(startOf(axis, 99)).toBe(140);
  });

  test("two are the same when every size is", () => {
    expect(isSameAxis(axis, axisOf(7, (index) => sizes[index] ?? 0))).toBe(true);
    expect(isSameAxis(axis, axisOf(7, () => 20))).toBe(false);
  });
});

describe("scrolling to a row", () => {
  test("one that is seen whole stays where it is", () => {
    expect(scrollFor(axis, 3, 0, 20, 80)).toBe(20);
  });

  test("one below comes to the lower edge, one above to the upper, beneath the frozen ones", () => {
    expect(scrollFor(axis, 5, 0, 0, 80)).toBe(40);
    expect(scrollFor(axis, 1, 1, 60, 80)).toBe(0);
    expect(scrollFor(axis, 3, 1, 60, 80)).toBe(20);
  });

  test("a frozen one is always seen", () => {
    expect(scrollFor(axis, 0, 1, 60, 80)).toBe(60);
  });

  test("afterwards it can be seen, whatever the sizes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 40 }), fc.nat(), fc.nat(1_000), fc.nat(2), (heights, pick, scroll, frozen) => {
        const rows = axisOf(heights.length, (index) => heights[index] ?? 0);
        const row = pick % heights.length;
        const room = startOf(rows, frozen) + 70;
        const to = scrollFor(rows, row, frozen, scroll, room);
        if (row < frozen) expect(to).toBe(scroll);
        else expect(startOf(rows, row) - to >= startOf(rows, frozen) && startOf(rows, row + 1) - to <= room).toBe(true);
      }),
    );
  });
});
