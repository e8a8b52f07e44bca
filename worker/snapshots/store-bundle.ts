import { mediaTypeOf, objectKey, type Bundle } from "./files.js";

/** Only written where nothing lies yet: an object under a digest never changes. */
const IF_ABSENT = { "if-none-match": "*" };

/**
 * Writes a bundle, its manifest last, and verifies that every object is there in full: a digest whose
 * manifest is there is whole. Writing it again writes nothing.
 * @throws Error where an object is missing or has another length than the manifest says.
 */
export async function storeBundle(objects: R2Bucket, bundle: Bundle): Promise<void> {
  const { kind, municipality } = bundle.manifest;
  const key = (name: string) => objectKey(kind, municipality, bundle.digest, name);
  if (await objects.head(key("manifest.json"))) return;
  const names = [...bundle.files.keys()].filter((name) => name !== "manifest.json");
  await Promise.all(names.map((name) => put(objects, key(name), name, bundle.files.get(name)!)));
  for (const file of bundle.manifest.files) {
    const stored = await objects.head(key(file.name));
    if (stored?.size !== file.bytes) throw new Error(`object ${file.name} was not stored whole`);
  }
  await put(objects, key("manifest.json"), "manifest.json", bundle.files.get("manifest.json")!);
}

async function put(objects: R2Bucket, key: string, name: string, bytes: Uint8Array): Promise<void> {
  await objects.put(key, bytes, {
    onlyIf: new Headers(IF_ABSENT),
    httpMetadata: { contentType: mediaTypeOf(name) },
  });
}
