/** The notebooks that show figures at their default address, at either door. */
export const DATA_PAGES = [
  "/progress",
  "/outlook",
  "/districts",
  "/district",
  "/ages",
  "/pickup",
  "/comparison",
  "/notebook",
  "/data",
];
