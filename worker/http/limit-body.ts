import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "../refusal.js";
import { bodyTooLarge, MAX_BODY_BYTES } from "./problem.js";

/** A map is one file for a whole town and cannot be sent in parts. */
const MAX_MAP_BYTES = 8 * 1024 * 1024;

const limits = {
  figures: bodyLimit({ maxSize: MAX_BODY_BYTES, onError: () => Promise.reject(bodyTooLarge()) }),
  map: bodyLimit({ maxSize: MAX_MAP_BYTES, onError: () => Promise.reject(mapTooLarge()) }),
};

/** Refuses what is larger than the resource takes, by its length or, where that is not told, while it comes in. */
export const limitBody: MiddlewareHandler = (c, next) => {
  const isMap =
    c.req.path.endsWith("/districts.geojson") ||
    (c.req.path.endsWith("/districts") &&
      /^application\/geo\+json\b/i.test(c.req.header("content-type") ?? ""));
  return limits[isMap ? "map" : "figures"](c, next);
};

const mapTooLarge = (): Refusal =>
  new Refusal("body_too_large", {
    ja: "地図は8MBまで送れます。QGIS の「ジオメトリを簡素化」で頂点を減らすか、座標を小数6桁にしてください",
    en: "A map may have 8 MB; simplify its borders, or write coordinates with six decimals",
  });
