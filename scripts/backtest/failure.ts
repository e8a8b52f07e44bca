/** A reason to stop, in words for people. */
export class BacktestFailure extends Error {
  override readonly name = "BacktestFailure";
}
