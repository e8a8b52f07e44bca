/** A number from 0 up to 1. */
export type Random = () => number;

/** Numbers from a seed, the same on every machine (mulberry32): a failure can be had again. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** A whole number from 0 to n - 1. */
export const below = (random: Random, n: number): number => Math.floor(random() * n);

/** Bytes that parsers trip over: quotes, separators, line ends, NUL, BOM, lone lead bytes, formula signs, digits. */
const SPITEFUL = [
  [0x22],
  [0x2c],
  [0x3b],
  [0x09],
  [0x0d],
  [0x0a],
  [0x00],
  [0xef, 0xbb, 0xbf],
  [0x81],
  [0xff],
  [0x3d],
  [0x2d],
  [0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39],
  [0x5b],
  [0x7b],
  [0xe3, 0x83, 0xbc],
];

/** Bytes with some taken out at a place and others put in. */
export function splice(bytes: Uint8Array, at: number, remove: number, insert: ArrayLike<number>): Uint8Array {
  const rest = Math.min(at + remove, bytes.length);
  const result = new Uint8Array(at + insert.length + bytes.length - rest);
  result.set(bytes.subarray(0, at));
  result.set(Array.from(insert), at);
  result.set(bytes.subarray(rest), at + insert.length);
  return result;
}

const MUTATIONS: readonly Mutation[] = [
  // Cut off.
  (bytes, random) => bytes.slice(0, below(random, bytes.length + 1)),
  // Some bytes turned over.
  (bytes, random) => {
    const copy = bytes.slice();
    for (let i = 0; i < 1 + below(random, 8) && copy.length > 0; i++) {
      copy[below(random, copy.length)]! ^= 1 << below(random, 8);
    }
    return copy;
  },
  // Something spiteful put in.
  (bytes, random) =>
    splice(bytes, below(random, bytes.length + 1), 0, SPITEFUL[below(random, SPITEFUL.length)]!),
  // A stretch taken out.
  (bytes, random) => splice(bytes, below(random, bytes.length + 1), below(random, 200), []),
  // A stretch said twice.
  (bytes, random) => {
    const at = below(random, bytes.length);
    return splice(bytes, at, 0, bytes.subarray(at, at + below(random, 400)));
  },
  // Nothing of it left.
  (_bytes, random) => Uint8Array.from({ length: below(random, 2000) }, () => below(random, 256)),
];

/** A file changed one to four times over. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let i = 0; i < 1 + below(random, 4); i++)
    result = MUTATIONS[below(random, MUTATIONS.length)]!(result, random);
  return result;
}

/** Texts that readers of cells trip over. */
const SPITEFUL_TEXTS = [
  ",",
  '"',
  '""',
  "\n",
  "\r",
  "\t",
  "\uFEFF",
  "\u0000",
  "\u3000",
  "\ud800",
  "\u202e",
  ..."; ' =1+1 - − ー ０ 1e9 999999999999 令和5年3月31日 2026-02-30 45016 0.5 90+ 計 all 男".split(" "),
  ..."173843 17384 { } [ ] : null ⼭ ① 人口 基準日".split(" "),
];

/** A text changed one to four times over between its characters, so that its encoding stays right. */
export function mutateText(text: string, random: Random): string {
  let result = text;
  for (let i = 0; i < 1 + below(random, 4); i++) {
    const at = below(random, result.length + 1);
    const length = below(random, 3) === 0 ? below(random, 60) : below(random, 3);
    const insert = [SPITEFUL_TEXTS[below(random, SPITEFUL_TEXTS.length)]!, "", result.slice(at, at + 80)];
    result = result.slice(0, at) + insert[below(random, insert.length)]! + result.slice(at + length);
  }
  return result;
}
