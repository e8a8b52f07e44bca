/** A reason to stop, in words for people. */
export class ImportFailure extends Error {
  override readonly name = "ImportFailure";
}
