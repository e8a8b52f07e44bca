import { describe, expect, it } from "vitest";
import { isZip, MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_RATIO, unzip } from "../../../worker/intake/unzip.js";
import { zip } from "./workbook.js";

/** The parts as texts, or why there are none. */
function read(bytes: Uint8Array): Record<string, string> | string {
  const unzipped = unzip(bytes);
  if ("fault" in unzipped) return unzipped.fault;
  return Object.fromEntries(
    [...unzipped.parts].map(([name, data]) => [name, new TextDecoder().decode(data)]),
  );
}

const TWO = [
  { name: "a.xml", data: "<a/>" },
  { name: "文/b.xml", data: "文".repeat(500) },
];
const ONE = { name: "a", data: "x", method: 0 };
const PARTS = { "a.xml": "<a/>", "文/b.xml": "文".repeat(500) };

/** The bytes with some of them changed; places below 0 count from the end. */
function changed(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at < 0 ? bytes.length + at : at);
  return copy;
}

/** Where the directory begins, as the archive's own end says. */
const directoryOf = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);

describe("the first bytes", () => {
  it("tell an archive", () => {
    expect(isZip(zip(TWO))).toBe(true);
    for (const at of [0, 1, 2, 3]) expect(isZip(changed(zip(TWO), at, 0x51))).toBe(false);
    expect(isZip(new Uint8Array())).toBe(false);
  });
});

describe("an archive", () => {
  it("gives its parts by their names, deflated or stored", () => {
    expect(read(zip(TWO))).toEqual(PARTS);
    expect(read(zip(TWO.map((part) => ({ ...part, method: 0 }))))).toEqual(PARTS);
    expect(read(zip([{ name: "empty", data: "" }]))).toEqual({ empty: "" });
    expect(read(zip([]))).toEqual({});
    expect(read(zip([{ name: "", data: "x" }]))).toEqual({ "": "x" });
  });

  it("may have headers with more in them than we read, of different lengths", () => {
    const extra = [
      { local: 3, directory: 0, remark: 0 },
      { local: 0, directory: 5, remark: 0 },
      { local: 7, directory: 2, remark: 9 },
    ];
    for (const more of extra) expect(read(zip(TWO.map((part) => ({ ...part, extra: more }))))).toEqual(PARTS);
  });

  it("may end with a remark, of 65,535 bytes at most", () => {
    for (const remark of [1, 30, 65_535]) expect(read(zip(TWO, remark))).toEqual(PARTS);
    const long = zip(TWO, 65_535);
    const longer = new Uint8Array(long.length + 1);
    longer.set(long);
    expect(read(longer)).toBe("broken_workbook");
  });

  it("may lie anywhere in a larger piece of memory", () => {
    const bytes = zip(TWO);
    const memory = new Uint8Array(bytes.length + 20).fill(0x50);
    memory.set(bytes, 7);
    expect(read(memory.subarray(7, 7 + bytes.length))).toEqual(PARTS);
  });
});

describe("the limits of an archive", () => {
  it("are 100 entries", () => {
    const parts = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ name: `${i}`, data: `text ${i * 7919}` }));
    expect(MAX_ENTRIES).toBe(100);
    expect(Object.keys(read(zip(parts(100))))).toHaveLength(100);
    expect(read(zip(parts(101)))).toBe("workbook_too_many_parts");
  });

  it("are 20 MB inflated, by what its directory claims, before any of it is inflated", () => {
    expect(MAX_INFLATED_BYTES).toBe(20_971_520);
    const room = zip([{ name: "room", data: random(250_000) }]).length * MAX_RATIO;
    expect(room).toBeGreaterThan(MAX_INFLATED_BYTES);
    const claims = (bytes: number) =>
      read(
        zip([
          { name: "room", data: random(250_000) },
          { name: "lie", data: "x", claimedBytes: bytes - 250_000 },
        ]),
      );
    expect(claims(MAX_INFLATED_BYTES)).toBe("broken_workbook");
    expect(claims(MAX_INFLATED_BYTES + 1)).toBe("workbook_too_large");
  });

  it("are a hundredfold of its own bytes", () => {
    const size = zip([{ name: "lie", data: "x" }]).length;
    const claims = (bytes: number) => read(zip([{ name: "lie", data: "x", claimedBytes: bytes }]));
    expect(claims(size * 100)).toBe("broken_workbook");
    expect(claims(size * 100 + 1)).toBe("workbook_too_large");
  });

  it("count all entries together", () => {
    const size = zip(TWO).length;
    const claims = (each: number) => read(zip(TWO.map((part) => ({ ...part, claimedBytes: each }))));
    expect(claims(size * 50)).toBe("broken_workbook");
    expect(claims(size * 50 + 1)).toBe("workbook_too_large");
  });
});

describe("an archive that is not what it says", () => {
  it.each<[string, () => Uint8Array]>([
    ["nothing", () => new Uint8Array()],
    ["less than an end", () => zip([]).slice(0, 21)],
    ["without its end", () => zip(TWO).slice(0, -22)],
    ["cut off in its end", () => zip(TWO).slice(0, -1)],
    ["without its first byte", () => zip(TWO).slice(1)],
    ["with another sign before its directory", () => changed(zip(TWO), directoryOf(zip(TWO)), 0x51)],
    ["with another sign before a part", () => changed(zip(TWO), 0, 0x51)],
    ["with a directory out of its bytes", () => changed(zip(TWO), -6, 0xff, 0xff, 0xff, 0x7f)],
    ["with a directory of more entries than there are", () => changed(zip(TWO), -12, 3)],
    [
      "with a name that goes on past its directory",
      () => changed(zip(TWO), directoryOf(zip(TWO)) + 28, 0xff, 0xff),
    ],
    ["with its last name going on past it", () => changed(zip([ONE]), directoryOf(zip([ONE])) + 28, 9)],
    [
      "with a part that begins in its last bytes",
      () => changed(zip([ONE]), directoryOf(zip([ONE])) + 42, zip([ONE]).length - 2),
    ],
    ["packed in another way, of the right bytes", () => changed(zip([ONE]), directoryOf(zip([ONE])) + 10, 9)],
    ["with a part out of its bytes", () => changed(zip(TWO), directoryOf(zip(TWO)) + 42, 0xff, 0xff, 0, 0)],
    [
      "with a part that goes on past its bytes",
      () => changed(zip(TWO), directoryOf(zip(TWO)) + 20, 0xff, 0xff),
    ],
    ["encrypted", () => zip([{ name: "a", data: "x", flags: 1 }])],
    ["encrypted among other flags", () => zip([{ name: "a", data: "x", flags: 0x0809 }])],
    ["packed in another way", () => zip([{ name: "a", data: "x", method: 9 }])],
    [
      "stored, of fewer bytes than it claims",
      () => zip([{ name: "a", data: "x", method: 0, claimedBytes: 2 }]),
    ],
    [
      "stored, of more bytes than it claims",
      () => zip([{ name: "a", data: "xy", method: 0, claimedBytes: 1 }]),
    ],
    ["deflated, of fewer bytes than it claims", () => zip([{ name: "a", data: "x", claimedBytes: 2 }])],
    ["deflated, of more bytes than it claims", () => zip([{ name: "a", data: "xy", claimedBytes: 1 }])],
    ["not deflated", () => changed(zip([{ name: "a", data: "x" }]), 31, 0xff, 0xff, 0xff)],
    ["of another sum", () => zip([{ name: "a", data: "x", claimedCrc: 1 }])],
    ["stored, of another sum", () => zip([{ name: "a", data: "x", method: 0, claimedCrc: 1 }])],
    ["with two parts of one name", () => zip([...TWO, TWO[0]!])],
  ])("%s is refused", (_name, bytes) => expect(read(bytes())).toBe("broken_workbook"));

  it("may carry other flags, such as that of names in UTF-8", () => {
    expect(read(zip(TWO.map((part) => ({ ...part, flags: 0x0806 }))))).toEqual(PARTS);
  });
});

/** Bytes that do not compress, the same ones each time. */
function random(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
