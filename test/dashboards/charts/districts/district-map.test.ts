import { describe, expect, it } from "vitest";
import { chartFile } from "../../../../dashboards/charts/chart-files.js";
import { mapCard } from "../../../../dashboards/charts/districts/map-card.js";
import { boxAround, sizeOf, type Box } from "../../../../dashboards/charts/districts/map/map-labels.js";
import { pageModel } from "../../../../dashboards/charts/page-model.js";
import { PAGE_PALETTE } from "../../../../dashboards/charts/palette.js";
import type { DistrictMap, LonLat } from "../../../../data/contract/district-shape.js";
import { chartDocument, paint, xmlFault } from "../../drawing.js";
import { district, figure, town } from "../../towns.js";
import { madeUpMap } from "./made-up-map.js";

const codes = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(i + 1).padStart(3, "0"));

/** A town of so many districts, of rates between 55% and 95%; the third has no number where asked. */
function drawnTown(count: number, map: DistrictMap, { unknown = false } = {}) {
  const figures = codes(count).map((code, i) =>
    figure({ district: code, held: unknown && i === 2 ? null : 550 + ((i * 37) % 400) }),
  );
  const whole = figure({ population: count * 1000, held: count * 750 });
  const districts = codes(count).map((code, i) => district(code, { name: `本町${i + 1}丁目` }));
  return { ...town(unknown ? [whole, ...figures] : figures, districts), map };
}

const draw = (drawn: ReturnType<typeof drawnTown>, size: "narrow" | "wide") =>
  mapCard(pageModel(drawn)).draw!({ document: chartDocument(), size, palette: PAGE_PALETTE });
type Chart = ReturnType<typeof draw>;

interface Label {
  code: string;
  text: string;
  box: Box;
}

/** Every label of the districts with the box that its text takes. */
function labelsOf(chart: Chart, em: number): Label[] {
  return [...chart.querySelectorAll('[data-mark="text"] > text')].map((node) => {
    const [x, y] = /translate\(([-\d.]+),([-\d.]+)\)/
      .exec(node.getAttribute("transform")!)!
      .slice(1)
      .map(Number);
    const lines = [...node.querySelectorAll("tspan")].map((line) => line.textContent);
    const text = lines.length > 0 ? lines.join("\n") : node.textContent;
    return {
      code: node.getAttribute("data-district")!,
      text,
      box: boxAround({ x: x!, y: y! }, sizeOf(text, em)),
    };
  });
}

const pathsOf = (chart: Chart): Map<string, string> =>
  new Map(
    [...chart.querySelectorAll('[data-mark="district"] > path[data-district]')].map((path) => [
      path.getAttribute("data-district")!,
      path.getAttribute("d")!,
    ]),
  );

/** The rings of a path of the kind we write, in px. */
function ringsOf(d: string): [number, number][][] {
  return d
    .split("z")
    .filter((part) => part !== "")
    .map((part) => {
      const numbers = part.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g)!.map(Number);
      let [x, y] = [0, 0];
      const ring: [number, number][] = [];
      for (let i = 0; i < numbers.length; i += 2) {
        [x, y] = [x + numbers[i]!, y + numbers[i + 1]!];
        ring.push([x, y]);
      }
      return ring;
    });
}

/** Even-odd, written apart from the drawing's own: the turns of a ray to the left. */
function isInside(
  [x, y]: readonly [number, number],
  rings: readonly (readonly [number, number])[][],
): boolean {
  let crossings = 0;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      if (y1 <= y !== y2 <= y && x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) < x) crossings += 1;
    });
  }
  return crossings % 2 === 1;
}

const area = (ring: readonly (readonly [number, number])[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

const SIZES = [
  { size: "narrow", em: 12 },
  { size: "wide", em: 13 },
] as const;
const TOWNS = [1, 4, 16, 40].map((count) => ({ count, jitter: 0.7, detail: 24 }));

describe("the town's own map", () => {
  it.each(TOWNS)("keeps the labels of $count districts in their borders and apart", ({ count, ...shape }) => {
    for (const { size, em } of SIZES) {
      const chart = draw(drawnTown(count, madeUpMap(codes(count), shape), { unknown: count > 4 }), size);
      const [paths, labels] = [pathsOf(chart), labelsOf(chart, em)];
      expect(paths.size).toBe(count);
      expect(labels.length).toBeGreaterThan(0);
      for (const { code, box } of labels) {
        const rings = ringsOf(paths.get(code)!);
        const [steps, wide, high] = [8, box.right - box.left, box.bottom - box.top];
        for (let i = 0; i <= steps; i++) {
          const [x, y] = [box.left + (wide * i) / steps, box.top + (high * i) / steps];
          const edge = [
            [x, box.top] as const,
            [x, box.bottom] as const,
            [box.left, y] as const,
            [box.right, y] as const,
          ];
          for (const place of edge)
            expect([code, place, isInside(place, rings)]).toEqual([code, place, true]);
        }
        const others = labels.filter((other) => other.code !== code);
        const touching = others.filter(
          (o) =>
            o.box.left < box.right &&
            box.left < o.box.right &&
            o.box.top < box.bottom &&
            box.top < o.box.bottom,
        );
        expect(touching).toEqual([]);
      }
    }
  });

  it("says name and rate where there is room, the rate where only that has, and nothing else", () => {
    const map = madeUpMap(codes(16), { jitter: 0 });
    const texts = (scale: number) => {
      const small = { ...map, shapes: map.shapes.map((s, i) => (i === 5 ? squeezed(s, scale) : s)) };
      return labelsOf(draw(drawnTown(16, small), "wide"), 13).find((l) => l.code === "006")?.text;
    };
    expect(texts(1)).toMatch(/^本町6丁目\n\d\d\.\d%$/);
    expect(texts(0.5)).toMatch(/^\d\d\.\d%$/);
    expect(texts(0.2)).toBeUndefined();
  });

  it("labels none of hundreds of districts rather than the two that happen to have room", () => {
    const map = madeUpMap(codes(300), { jitter: 0.5, detail: 8 });
    expect(labelsOf(draw(drawnTown(300, map), "narrow"), 12)).toEqual([]);
  });

  it("hatches what has no number, says so beside it, and colours the rest", () => {
    const slots = paint(drawnTown(16, madeUpMap(codes(16)), { unknown: true }));
    const card = slots["districts-map"]!;
    for (const id of ["hatch-map-narrow", "hatch-map-wide"]) {
      expect(card).toContain(`fill="url(#${id})"`);
      expect(card).toContain(`<pattern height="6" id="${id}"`);
    }
    expect(card.match(/data-district="003"[^>]*fill="url/g)).toHaveLength(2);
    expect(card.match(/<path[^>]*fill="var\(--scale-\d\)"/g)).toHaveLength(30);
    expect(card.match(/<text[^>]*data-district="003"[^>]*stroke="var\(--surface\)".*?—/gs)).toHaveLength(2);
    expect(card).toContain('<li class="class-unknown">数字なし</li>');
  });

  it("draws the same town whichever way the rings run, and leaves holes open", () => {
    const [lon, lat] = [136.7, 37.1];
    const square = (from: number, to: number): LonLat[] => [
      [lon + from, lat + from],
      [lon + to, lat + from],
      [lon + to, lat + to],
      [lon + from, lat + to],
      [lon + from, lat + from],
    ];
    const around = (turned: boolean): DistrictMap => ({
      attribution: null,
      shapes: [
        {
          code: "001",
          polygons: [[square(0, 0.1), turned ? square(0.03, 0.07) : square(0.03, 0.07).toReversed()]],
          label: [lon + 0.015, lat + 0.015],
        },
        { code: "002", polygons: [[square(0.03, 0.07)]], label: [lon + 0.05, lat + 0.05] },
      ],
    });
    for (const turned of [true, false]) {
      const chart = draw(drawnTown(2, around(turned)), "wide");
      const paths = pathsOf(chart);
      const [outer, inner] = ["001", "002"].map((code) => ringsOf(paths.get(code)!));
      const centre = inner![0]!.reduce(([x, y], p) => [x + p[0] / 4, y + p[1] / 4], [0, 0]) as [
        number,
        number,
      ];
      expect([isInside(centre, outer!), isInside(centre, inner!)]).toEqual([false, true]);
      expect(chart.querySelector('[data-mark="district"]')!.getAttribute("fill-rule")).toBe("evenodd");
      const label = labelsOf(chart, 13).find((l) => l.code === "001");
      expect(label === undefined || isInside([label.box.left, label.box.top], outer!)).toBe(true);
    }
  });

  it("keeps the share of the town that each district has, though it draws far fewer places", () => {
    const map = madeUpMap(codes(16), { jitter: 0.7, detail: 400 });
    const paths = pathsOf(draw(drawnTown(16, map), "wide"));
    const [drawn, true_] = [
      codes(16).map((code) => area(ringsOf(paths.get(code)!)[0]!)),
      map.shapes.map((shape) => area(shape.polygons[0]![0]!.map(([x, y]) => [x * 1e4, y * 1e4] as const))),
    ];
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    for (const [i, own] of drawn.entries())
      expect(Math.abs(own / sum(drawn) - true_[i]! / sum(true_))).toBeLessThan(0.001);
    const places = sum([...paths.values()].map((d) => ringsOf(d)[0]!.length));
    expect(places).toBeLessThan(0.1 * sum(map.shapes.map((s) => s.polygons[0]![0]!.length)));
  });

  it("draws every border once for either side, so that no gap opens", () => {
    const map = madeUpMap(codes(9), { jitter: 0.7, detail: 200 });
    const borders = [...pathsOf(draw(drawnTown(9, map), "wide"))].map(([code, d]) => {
      const places = ringsOf(d)[0]!.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
      return { code, lines: places.map((place, i) => [place, places.at(i - 1)!].toSorted().join(" ")) };
    });
    const middle = borders.find(({ code }) => code === "005")!;
    const others = borders.filter(({ code }) => code !== "005").flatMap(({ lines }) => lines);
    expect(middle.lines.length).toBeGreaterThan(20);
    for (const line of middle.lines)
      expect([line, others.filter((o) => o === line).length]).toEqual([line, 1]);
  });

  it("still shows a district that is smaller than a pixel", () => {
    const map = madeUpMap(codes(16), { jitter: 0 });
    const tiny = { ...map, shapes: map.shapes.map((s, i) => (i === 5 ? squeezed(s, 0.001) : s)) };
    const ring = ringsOf(pathsOf(draw(drawnTown(16, tiny), "narrow")).get("006")!)[0]!;
    expect(area(ring)).toBeGreaterThan(1);
  });

  it("draws districts of the map without figures empty, as no mark of a district", () => {
    const drawn = drawnTown(4, madeUpMap(codes(6)));
    const chart = draw(drawn, "wide");
    expect(pathsOf(chart).size).toBe(4);
    expect(chart.querySelectorAll('[data-mark="district"] > path[fill="none"]')).toHaveLength(2);
  });

  it("is the same every time, well-formed, and small for 300 districts", () => {
    const drawn = drawnTown(300, madeUpMap(codes(300), { jitter: 0.5, detail: 40 }), { unknown: true });
    const card = paint(drawn)["districts-map"]!;
    expect(paint(drawn)["districts-map"]).toBe(card);
    const again = { ...drawn, map: madeUpMap(codes(300), { jitter: 0.5, detail: 40 }) };
    expect(paint(again)["districts-map"]).toBe(card);
    expect(card.length).toBeLessThan(250_000);
    const file = chartFile(mapCard(pageModel(drawn)), chartDocument());
    expect(xmlFault(file.trimEnd())).toBeNull();
    for (const word of ["NaN", "undefined", "Infinity"]) expect(card + file).not.toContain(word);
  });

  it("says beside its bar how long a kilometre is, to within a hundredth", () => {
    // Four squares of 0.02 degrees: 0.04 degrees of latitude are 4.448 km.
    const chart = draw(drawnTown(4, madeUpMap(codes(4), { jitter: 0 })), "wide");
    const [from, to] = /^M([\d.]+) .*H([\d.]+)m/
      .exec(chart.querySelector('[data-mark="scale"] > path')!.getAttribute("d")!)!
      .slice(1)
      .map(Number) as [number, number];
    const label = chart.querySelector('[data-mark="scale"] > text')!;
    const ys = [...pathsOf(chart).values()].flatMap((d) => ringsOf(d)[0]!.map(([, y]) => y));
    const pxPerKm = (Math.max(...ys) - Math.min(...ys)) / 4.448;
    const [, length, unit] = /^([\d.]+)(km|m)$/.exec(label.textContent)!;
    const km = Number(length) / (unit === "m" ? 1000 : 1);
    expect((to - from) / km / pxPerKm).toBeCloseTo(1, 2);
    expect(Number(label.getAttribute("x"))).toBeGreaterThan(to);
    expect(label.getAttribute("text-anchor")).toBe("start");
  });

  it("says whose the borders are, and that colour is no number of people", () => {
    const named = paint(drawnTown(4, { ...madeUpMap(codes(4)), attribution: "国土数値情報" }))[
      "districts-map"
    ]!;
    expect(named).toContain("2026年10月末現在。境界:国土数値情報");
    expect(named).toContain("広さは人の数を表しません");
    const unnamed = paint(drawnTown(4, { ...madeUpMap(codes(4)), attribution: null }))["districts-map"]!;
    expect(unnamed).not.toContain("境界:");
  });

  it("gives way to the schematic map where it lacks districts, and says how many", () => {
    const drawn = drawnTown(4, madeUpMap(codes(3)));
    const grid = paint(drawn)["districts-map"]!;
    expect(grid).toContain("境界データに1地区が足りないため、略図で示しています");
    expect(grid).not.toContain('data-mark="district"');
    const placed = drawn.districts.map((d, i) => ({ ...d, tile_x: i, tile_y: 0 }));
    const tiles = paint({ ...drawn, districts: placed })["districts-map"]!;
    expect(tiles).toContain("およその位置に並べた略図");
    expect(tiles).toContain("境界データに1地区が足りないため、略図で示しています");
    expect(paint({ ...drawn, districts: placed, map: madeUpMap(codes(4)) })["districts-map"]).not.toContain(
      "略図",
    );
  });
});

/** The shape drawn together towards its label. */
const squeezed = (shape: DistrictMap["shapes"][number], scale: number): DistrictMap["shapes"][number] => ({
  ...shape,
  polygons: shape.polygons.map((rings) =>
    rings.map((ring) =>
      ring.map(([lon, lat]): LonLat => [
        shape.label[0] + (lon - shape.label[0]) * scale,
        shape.label[1] + (lat - shape.label[1]) * scale,
      ]),
    ),
  ),
});
