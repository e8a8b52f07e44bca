import { attackProof } from "./disclosure/prove/attack-proof.js";
import { tenYearsProof } from "./disclosure/prove/ten-years-proof.js";
import { memoryProof } from "./disclosure/prove/memory-proof.js";
import { publicationsProof } from "./disclosure/prove/publications-proof.js";
import { useProof } from "./disclosure/prove/use-proof.js";

/**
 * The long proofs of the protection: `npm run prove -- attack|use|ten-years|publications|memory [--quick]`. The suite has a short version
 * of each.
 */
const PROOFS = {
  attack: attackProof,
  use: useProof,
  "ten-years": tenYearsProof,
  publications: publicationsProof,
  memory: memoryProof,
};

const [name, ...flags] = process.argv.slice(2);
const proof = PROOFS[name as keyof typeof PROOFS];
if (!proof) {
  console.error(`usage: npm run prove -- ${Object.keys(PROOFS).join("|")} [--quick]`);
  process.exitCode = 2;
} else {
  process.exitCode = (await proof(console.log, { quick: flags.includes("--quick") })) ? 0 : 1;
}
