declare module "observablehq:stdlib" {
  /** A file of the site, addressed relative to the module that names it. */
  export function FileAttachment(path: string): { arrayBuffer(): Promise<ArrayBuffer> };
}
