import { ALL } from "../data/contract/figure.js";

export const SEX_OPTIONS = [
  { value: ALL, name: "男女とも" },
  { value: "female", name: "女性" },
  { value: "male", name: "男性" },
] as const;
