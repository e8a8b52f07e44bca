import { DomainError } from "../contract/domain-error.js";
import type { PublicTables } from "./published.js";

/** placeholder until merged */
export function readTables(text: string): PublicTables {
  throw new DomainError("invalid_policy", text.slice(0, 0));
}
