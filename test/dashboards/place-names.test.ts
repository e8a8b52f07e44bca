import { describe, expect, it } from "vitest";
import {
  districtName,
  districtReadings,
  isOwnName,
  placeName,
} from "../../dashboards/charts/public/place-names.js";
import { publicModel } from "../../dashboards/charts/public/public-model.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import type { Place } from "../../data/disclosure/place.js";
import { triedRelease } from "./public-release.js";

/** A release whose districts have English names and kana; the last lacks the English one. */
function named(): { release: PublicRelease; places: Place[] } {
  const tried = triedRelease();
  const places = tried.tables.places.filter((p) => p.kind === "district" && p.members.length === 1);
  const districts = places.map((p, i) => ({
    code: p.code,
    name: p.name,
    name_en: i === places.length - 1 ? null : `District ${i}`,
    kana: "カナ",
  }));
  return { release: { ...tried, districts }, places };
}

describe("names of places", () => {
  const { release, places } = named();
  const [first, second] = places as [Place, Place];
  const last = places.at(-1)!;
  const merge: Place = { kind: "district", code: "m1", name: "合算", members: [first.code, second.code] };

  it("are English in English charts where the list has them, Japanese otherwise", () => {
    expect(placeName(release, first, "en")).toBe("District 0");
    expect(placeName(release, first, "ja")).toBe(first.name);
    expect(placeName(release, first, "easy")).toBe(first.name);
    expect(placeName(release, last, "en")).toBe(last.name);
    const english = publicModel(release, "en").districts;
    expect(english.find((row) => row.place === first.code)!.name).toBe("District 0");
  });

  it("of a merge are those of its districts, where all have one", () => {
    expect(placeName(release, merge, "en")).toBe("District 0, District 1");
    expect(placeName(release, { ...merge, members: [first.code, last.code] }, "en")).toBe("合算");
    expect(placeName(release, merge, "ja")).toBe("合算");
  });

  it("of a district within a merge are its own, and its code where no list has it", () => {
    expect(districtName(release, second.code, "en")).toBe("District 1");
    expect(districtName(release, second.code, "ja")).toBe(second.name);
    expect(districtName(release, "99", "ja")).toBe("99");
  });

  it("of people who were divided among others say until when they were told", () => {
    expect(districtName(release, `${second.code}~2025-04-01`, "ja")).toBe(
      `${second.name}（2025-04-01より前）`,
    );
    expect(districtName(release, `${second.code}~2025-04-01`, "en")).toBe("District 1 (before 2025-04-01)");
  });

  it("of a merge are its own, or those of its districts one after the other", () => {
    expect(isOwnName(release, merge)).toBe(true);
    expect(isOwnName(release, { ...merge, name: `${first.name}・${second.name}` })).toBe(false);
    expect(isOwnName(release, first)).toBe(true);
  });

  it("are read in hiragana", () => {
    expect(districtReadings(release).get(first.name)).toBe("かな");
  });
});
