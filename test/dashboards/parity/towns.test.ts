import { holdsForKnownTowns } from "./parity-towns.js";

holdsForKnownTowns();
