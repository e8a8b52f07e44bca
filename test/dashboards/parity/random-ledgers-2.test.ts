import { holdsForRandomLedgers } from "./parity-towns.js";

holdsForRandomLedgers(20_261_124);
