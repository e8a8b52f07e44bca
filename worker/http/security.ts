import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * The tightest policy that DuckDB-WASM and Plot work under: no third party, no inline script, no eval but
 * WebAssembly's. Styles are inline because Plot and the notebooks set them on elements.
 */
const defaults = secureHeaders({
  overwrite: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "same-origin",
  xFrameOptions: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

/**
 * Sets what an answer does not say itself: files for other sites have a resource policy of their own, charts for
 * frames a whole policy, which says who may frame them; X-Frame-Options cannot and would forbid it.
 */
export const security: MiddlewareHandler = (c, next) =>
  defaults(c, async () => {
    await next();
    if (!c.res.headers.has("content-security-policy")) c.res.headers.set("x-frame-options", "SAMEORIGIN");
  });
