/** What we read of Stryker's report (mutation-testing-report-schema, version 2). */
export interface MutationReport {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

export interface Mutant {
  mutatorName: string;
  replacement?: string;
  status:
    | "Killed"
    | "Timeout"
    | "Survived"
    | "NoCoverage"
    | "Ignored"
    | "CompileError"
    | "RuntimeError"
    | "Pending";
  location: { start: Place; end: Place };
}

/** Lines and columns count from 1. */
interface Place {
  line: number;
  column: number;
}

/** How many of a file's mutants some test noticed. */
export interface Score {
  file: string;
  /** A test failed, or ran into an endless loop. */
  noticed: number;
  /** All mutants but those that are passed over or do not compile. */
  of: number;
  passedOver: number;
}

export interface Survivor {
  file: string;
  line: number;
  column: number;
  mutator: string;
  original: string;
  replacement: string;
  /** No test even runs the place. */
  isUnreached: boolean;
}

const NOTICED = new Set<Mutant["status"]>(["Killed", "Timeout"]);
const UNNOTICED = new Set<Mutant["status"]>(["Survived", "NoCoverage"]);

/** Scores by file, in order of their names; files without mutants (types alone) are left out. */
export function scoresOf({ files }: MutationReport): Score[] {
  return Object.entries(files)
    .map(([file, { mutants }]) => {
      const noticed = mutants.filter((m) => NOTICED.has(m.status)).length;
      const passedOver = mutants.filter((m) => m.status === "Ignored").length;
      return {
        file,
        noticed,
        of: noticed + mutants.filter((m) => UNNOTICED.has(m.status)).length,
        passedOver,
      };
    })
    .filter((score) => score.of > 0)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Every mutant that no test noticed, by file and place. */
export function survivorsOf({ files }: MutationReport): Survivor[] {
  return Object.keys(files)
    .sort()
    .flatMap((file) => {
      const { source, mutants } = files[file]!;
      return mutants
        .filter((m) => UNNOTICED.has(m.status))
        .map((m): Survivor => ({
          file,
          ...m.location.start,
          mutator: m.mutatorName,
          original: textAt(source, m.location),
          replacement: m.replacement ?? "",
          isUnreached: m.status === "NoCoverage",
        }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
    });
}

function textAt(source: string, { start, end }: Mutant["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines.push(lines.pop()!.slice(0, end.column - 1));
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join("\n");
}
