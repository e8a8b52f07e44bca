/** How far from a town's own population a town of its size may be: a fifth of it. */
export const SIZE_BAND_PERCENT = 20;

/** Whether a population is within ±20% of a town's own; whole numbers, both ends included. */
export const isOfSize = (population: number, own: number): boolean =>
  100 * Math.abs(population - own) <= SIZE_BAND_PERCENT * own;

/** Towns that run their core systems together. */
export interface JointSystem {
  system: string;
  municipality: string;
}

/** Reads data/reference/joint-systems.csv: a header, nothing quoted. */
export function jointSystems(csv: string): JointSystem[] {
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const columns = header.split(",");
  const at = (name: string) => columns.indexOf(name);
  return lines.map((line) => {
    const cells = line.split(",");
    return { system: cells[at("system")]!, municipality: cells[at("municipality")]! };
  });
}

/** The other towns of a town's joint systems, in code order; none for a town of no system. */
export function neighboursOf(municipality: string, systems: readonly JointSystem[]): string[] {
  const own = new Set(systems.filter((s) => s.municipality === municipality).map((s) => s.system));
  const others = systems.filter((s) => own.has(s.system) && s.municipality !== municipality);
  return [...new Set(others.map((s) => s.municipality))].sort();
}
