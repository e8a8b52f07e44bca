import { secureHeaders } from "hono/secure-headers";

/**
 * The tightest policy that DuckDB-WASM and Plot work under: no third party, no inline script, no eval but
 * WebAssembly's. Styles are inline because Plot and the notebooks set them on elements.
 */
export const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "same-origin",
  xFrameOptions: "SAMEORIGIN",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});
