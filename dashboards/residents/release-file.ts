/** A file of the open data: linked from the pages by its name, whole inside the copy. */
export interface ReleaseFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
