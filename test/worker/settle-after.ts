import { afterAll } from "vitest";
import { settle } from "./harness.js";

afterAll(() => settle());
