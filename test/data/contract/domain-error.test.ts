import { describe, expect, it } from "vitest";
import { ageBandStart } from "../../../data/contract/age-band.js";
import { dateParts, daysBetween } from "../../../data/contract/as-of-date.js";
import { DomainError } from "../../../data/contract/domain-error.js";

/** What a call throws. */
function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return null;
}

describe("a broken contract", () => {
  it("is thrown under its code, which programs go by", () => {
    expect(thrown(() => ageBandStart("old"))).toMatchObject({
      name: "DomainError",
      code: "invalid_age_band",
    });
    expect(thrown(() => dateParts("2022-06-31"))).toMatchObject({
      name: "DomainError",
      code: "invalid_date",
    });
    expect(thrown(() => daysBetween("2022-07-01", "2022-06-31"))).toMatchObject({ code: "invalid_date" });
  });

  it("carries its details and its cause", () => {
    const cause = new Error("first");
    const error = new DomainError("invalid_count", "a count", { column: "issued" }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ message: "a count", details: { column: "issued" }, cause });
    expect(new DomainError("invalid_count", "a count").details).toEqual({});
  });
});
