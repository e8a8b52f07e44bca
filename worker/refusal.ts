import type { FileIssue, Words } from "../data/contract/api/issue.js";
import type { ProblemCode, ProblemKind } from "../data/contract/api/problem.js";

/** What is thrown where a request cannot be done; http/problem.ts alone turns it into an answer. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** What programs know it by. */
  readonly code: ProblemCode;
  constructor(
    readonly kind: ProblemKind,
    readonly detail: Words,
    readonly extra: {
      /** Where a program can do something about it that its kind does not say. */
      code?: ProblemCode;
      issues?: readonly FileIssue[];
      headers?: Record<string, string>;
      members?: Record<string, unknown>;
    } = {},
  ) {
    super(kind);
    this.code = extra.code ?? kind;
  }
}
