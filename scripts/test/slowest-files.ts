/** How long a test file took, its import and its hooks included. */
export interface FileTime {
  project: string;
  file: string;
  ms: number;
}

const SLOWEST = 10;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What each project took, its files added up, and then the slowest files: a line each. */
export function formatTimes(times: readonly FileTime[]): string {
  const projects = Map.groupBy(times, (time) => time.project);
  const sums = [...projects].map(([project, files]) => {
    const sum = files.reduce((total, { ms }) => total + ms, 0);
    return `${project}: ${seconds(sum)} in ${files.length} files`;
  });
  const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  return [...sums, ...slowest.map(({ file, ms }) => `${seconds(ms).padStart(9)}  ${file}`)].join("\n");
}
