/** The municipality of the real small-area file, and how its headers are read. */
export const OSAKA = "271004";
export const OSAKA_MAPPING = {
  columns: {
    district: ["区", "町丁目名"],
    area: "区",
    population: "総数",
    held: "取得者数",
    as_of: "基準日",
  },
  constants: { municipality: OSAKA },
  register_districts: true,
};
