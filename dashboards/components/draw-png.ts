/** Pixels for each one of the drawing: sharp on paper and on dense screens. */
const SCALE = 2;

/**
 * A drawing as a PNG, with the visitor's own Japanese typefaces.
 * @param svg a drawing of its own, its colours, width and height written out.
 */
export async function drawPng(svg: string): Promise<Blob> {
  // As a data address: the page's policy allows pictures from nowhere else, not even blobs.
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
