import { beforeEach, expect, it } from "vitest";
import { readDistrictMap, type DistrictShape } from "../../../data/contract/district-shape.js";
import { townMap } from "../../geojson-town.js";
import { freshDatabase, registerDistricts } from "../harness.js";
import { getMap, putMap, type Received } from "./requests.js";

beforeEach(freshDatabase);

const codesOf = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1).padStart(3, "0"));

async function simplified(
  count: number,
  detail: number,
): Promise<{ answer: Received; shapes: readonly DistrictShape[] }> {
  const codes = codesOf(count);
  await registerDistricts(codes);
  const response = await putMap(townMap(codes, { detail, cell: 0.1 / Math.sqrt(count) }));
  expect(response.status).toBe(200);
  const answer = await response.json<Received>();
  return { answer, shapes: readDistrictMap(await (await getMap()).text()).shapes };
}

const sides = ({ polygons }: DistrictShape): string[] =>
  polygons
    .flat()
    .flatMap((ring) => ring.slice(1).map((place, i) => [ring[i]!, place].map(String).sort().join(" ")));

it("keeps borders shared: no side but the town's own coast belongs to one district alone", async () => {
  const { answer, shapes } = await simplified(9, 200);
  expect(answer.vertices.after).toBeLessThan(answer.vertices.before / 3);
  const owners = new Map<string, number>();
  for (const side of shapes.flatMap(sides)) owners.set(side, (owners.get(side) ?? 0) + 1);
  const inner = [...owners.values()].filter((n) => n === 2).length;
  expect([...owners.values()].every((n) => n <= 2)).toBe(true);
  // The coast of nine districts is twelve borders long, as are those between them.
  const coast = owners.size - inner;
  expect(inner).toBeGreaterThan(coast / 2);
  // Walked once around, the sides that one district has alone make a single closed ring.
  const ends = [...owners].filter(([, n]) => n === 1).flatMap(([side]) => side.split(" "));
  const degree = Map.groupBy(ends, (place) => place);
  expect([...degree.values()].every((of) => of.length === 2)).toBe(true);
});

it("gives a city of hundreds of districts within the bounds, none of them gone", async () => {
  const { answer, shapes } = await simplified(400, 60);
  expect(shapes.length).toBe(400);
  expect(answer.vertices.after).toBeLessThanOrEqual(20_000);
  expect(answer.bytes).toBeLessThan(300_000);
  expect(shapes.every((s) => s.polygons[0]![0]!.length >= 4)).toBe(true);
});

it("draws every district closed, counterclockwise, to a metre, with its label inside", async () => {
  const { shapes } = await simplified(30, 40);
  for (const { polygons, label } of shapes) {
    for (const [ring] of polygons) {
      expect(ring!.at(-1)).toEqual(ring![0]);
      expect(area(ring!)).toBeGreaterThan(0);
      for (const degrees of ring!.flat()) expect(String(degrees)).toMatch(/^\d+(\.\d{1,5})?$/);
    }
    expect(isInside(label, polygons[0]![0]!)).toBe(true);
  }
});

it("keeps a district that is smaller than a pixel, and drops islands that are", async () => {
  await registerDistricts(["001", "002"]);
  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  const feature = (code: string, ...rings: number[][][]) => ({
    type: "Feature",
    properties: { code },
    geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
  });
  const features = [
    feature("001", square(136.7, 37.1, 0.2), square(136.95, 37.1, 0.00002)),
    feature("002", square(136.95, 37.2, 0.00003), square(136.96, 37.2, 0.00002)),
  ];
  await putMap(JSON.stringify({ type: "FeatureCollection", features }));
  const { shapes } = readDistrictMap(await (await getMap()).text());
  expect(shapes.map((s) => s.polygons.length)).toEqual([1, 1]);
  expect(shapes[1]!.polygons[0]![0]!.length).toBeGreaterThanOrEqual(4);
  expect(area(shapes[1]!.polygons[0]![0]!)).toBeGreaterThan(0);
});

type Ring = readonly (readonly [number, number])[];

const area = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);

/** Whether a ray to the east leaves the ring an odd number of times. */
function isInside([x, y]: readonly [number, number], ring: Ring): boolean {
  const crossings = ring.slice(1).filter(([bx, by], i) => {
    const [ax, ay] = ring[i]!;
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
  });
  return crossings.length % 2 === 1;
}
