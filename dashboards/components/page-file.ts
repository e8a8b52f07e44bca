import jointSystems from "../data/reference/joint-systems.csv";
import type { PageContext } from "../data/contract/page-context.js";
import type { FileQuestion } from "../queries/question.js";
import { fetchBytes } from "./http.js";

/** Files of this visit by address: a page that comes back to one does not fetch it again. */
const held = new Map<string, Promise<Uint8Array>>();

/** A file of a page; null where the town has none, or where it cannot be had: no page fails for want of one. */
export async function pageFile(
  file: FileQuestion<unknown>["file"],
  { files }: PageContext,
): Promise<Uint8Array | null> {
  if (file === "joint-systems") return new TextEncoder().encode(jointSystems);
  const address = files?.map;
  if (address === undefined) return null;
  const fetching = held.get(address) ?? fetchBytes(address);
  held.set(address, fetching);
  try {
    return await fetching;
  } catch (error) {
    console.error(error);
    held.delete(address);
    return null;
  }
}
