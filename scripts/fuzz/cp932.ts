/** CP932 both ways: the runtime decodes it, so what each pair of bytes decodes to can be turned round. */
const BYTES_OF = new Map<string, readonly number[]>();
{
  const decoder = new TextDecoder("shift_jis", { fatal: true, ignoreBOM: false });
  const learn = (...bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      // What was learnt first stays: ① and 髙 stand in two places. Private characters are nobody's.
      if ([...text].length === 1 && !/\p{Co}/u.test(text) && !BYTES_OF.has(text)) BYTES_OF.set(text, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 0x100; byte++) learn(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++) learn(lead, trail);
}

/** Every character that CP932 has but the control characters. */
export const CP932_CHARACTERS: readonly string[] = [...BYTES_OF.keys()].filter((c) => !/\p{Cc}/u.test(c));

/** What Windows writes for characters that look alike and that CP932 does not have. */
const INSTEAD: Readonly<Record<string, string>> = {
  "〜": "～",
  "–": "－",
  "−": "－",
  "⼭": "山",
  "⽥": "田",
  "‐": "-",
};

/** A text as Windows saves it in CP932. @throws Error for a character that it has no bytes for */
export function encodeCp932(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = BYTES_OF.get(character) ?? BYTES_OF.get(INSTEAD[character] ?? "");
      if (!bytes) throw new Error(`CP932 has no ${character}`);
      return bytes;
    }),
  );
}
