/** What the tests use of Frictionless' own libraries, which bring no types. */
declare module "datapackage" {
  export const Package: {
    load(
      descriptor: object,
      options?: { basePath?: string },
    ): Promise<{ valid: boolean; errors: Error[]; resources: { name: string; valid: boolean }[] }>;
  };
}

declare module "tableschema" {
  type Relations = Record<string, Record<string, unknown>[]>;
  export const Table: {
    load(
      rows: string[][],
      options: { schema: object },
    ): Promise<{
      read(options: { keyed: true; relations?: Relations }): Promise<Record<string, unknown>[]>;
    }>;
  };
}
