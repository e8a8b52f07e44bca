/**
 * The pages that can take each other's place in one document, by their path, and what starts them. Pages that take
 * files or publish are not among them: they begin anew each time.
 */
export const NOTEBOOKS: Readonly<Record<string, () => Promise<unknown>>> = {
  progress: async () => (await import("../progress-page.js")).startProgress(),
  outlook: async () => (await import("../outlook/outlook-page.js")).startOutlook(),
  districts: async () => (await import("../districts/districts-page.js")).startDistricts(),
  district: async () => (await import("../districts/one/district-page.js")).startDistrict(),
  ages: async () => (await import("../ages/ages-page.js")).startAges(),
  pickup: async () => (await import("../pickup/pickup-page.js")).startPickup(),
  comparison: async () => (await import("../comparison/comparison-page.js")).startComparison(),
  notebook: async () => (await import("../notebook/notebook-page.js")).startNotebook(),
  data: async () => (await import("../data-page.js")).startData(),
};
