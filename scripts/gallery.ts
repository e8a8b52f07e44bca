import { drawGallery } from "../test/dashboards/gallery/draw-gallery.js";
import { editionNow, editionToRaise } from "../test/dashboards/gallery/editions.js";
import {
  committedEdition,
  committedFiles,
  differences,
  writeEdition,
  writeFiles,
} from "../test/dashboards/gallery/gallery-folder.js";

/** `npm run gallery`: draws test/gallery/ anew. What an edition painted is only written under a new number. */
const { files, digest } = drawGallery();
const changes = differences(committedFiles(), files);
writeFiles(files);
for (const change of changes) console.log(change);
const kilobytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024;
console.log(`test/gallery/: ${files.size} files, ${kilobytes.toFixed(0)} kB, ${changes.length} renewed`);

const now = editionNow(digest);
const toRaise = editionToRaise(committedEdition(), now);
if (toRaise === null) writeEdition(now);
else {
  console.error(
    `Snapshots would keep what they show: raise ${toRaise} in worker/snapshots/editions.ts, then draw again.`,
  );
  process.exitCode = 1;
}
