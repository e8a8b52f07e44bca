import { drawGallery } from "../test/dashboards/gallery/draw-gallery.js";
import { editionsNow, editionsToRaise } from "../test/dashboards/gallery/editions.js";
import {
  committedEditions,
  committedFiles,
  differences,
  writeEditions,
  writeFiles,
} from "../test/dashboards/gallery/gallery-folder.js";

/** `npm run gallery`: draws test/gallery/ anew. What an edition painted is only written under a new number. */
const { files, digests } = drawGallery();
const changes = differences(committedFiles(), files);
writeFiles(files);
for (const change of changes) console.log(change);
const kilobytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024;
console.log(`test/gallery/: ${files.size} files, ${kilobytes.toFixed(0)} kB, ${changes.length} renewed`);

const now = editionsNow(digests);
const toRaise = editionsToRaise(committedEditions(), now);
if (toRaise.length === 0) writeEditions(now);
else {
  console.error(
    `Stored pages would keep what they show: raise ${toRaise.join(" and ")} in worker/snapshots/editions.ts, then draw again.`,
  );
  process.exitCode = 1;
}
