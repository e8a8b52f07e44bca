import { seededRandom, type Random } from "../../sample/random.js";
import { printOf } from "./coins.js";
import { bestGuess, posteriorOf } from "./posterior.js";

const LEAVES = 42;

const drawNoise = (random: Random, leaves = LEAVES): number => {
  let heads = 0;
  for (let coin = 0; coin < 2 * leaves; coin++) if (random() < 0.5) heads += 1;
  return heads - leaves;
};

/** The greatest probability of any value of the cards held where nobody or everybody has one. */
export function attackSaturated(draws: number, seed = 1): number {
  const random = seededRandom(seed);
  let greatest = 0;
  for (let residents = 50; residents <= 210; residents += 4) {
    const cap = Math.floor(residents / 10) * 10;
    for (const count of [0, 1, residents - 3, residents - 2, residents - 1, residents]) {
      for (let draw = 0; draw < draws; draw++) {
        const print = printOf(count + drawNoise(random), random() < 0.5, cap);
        const series = { leaves: LEAVES, prints: [print], caps: [cap], most: residents, grows: false };
        greatest = Math.max(greatest, bestGuess(posteriorOf(series, 0)).probability);
      }
    }
  }
  return greatest;
}

/**
 * How far a reader gets who knows the cards issued in one district to the person on one date, by months before and
 * after it: the mean probability of his best guess at the newest count, and how often it is right.
 */
export function attackWithKnowledge(
  months: readonly number[],
  draws: number,
  seed = 2,
): { months: number; probability: number; right: number }[] {
  const random = seededRandom(seed);
  return months.map((after) => {
    let [probability, right] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const noise = drawNoise(random);
      const tie = random() < 0.5;
      let count = 500 + Math.floor(random() * 200);
      const known = count;
      const prints = [printOf(count + noise, tie, Infinity)];
      for (let month = 1; month <= after; month++) {
        count += Math.floor(random() * 7);
        prints.push(printOf(count + noise, tie, Infinity));
      }
      const series = { leaves: LEAVES, prints, caps: prints.map(() => Infinity), most: 5000, grows: true };
      const guess = bestGuess(posteriorOf(series, after, { date: 0, count: known }));
      probability += guess.probability / draws;
      if (guess.count === count) right += 1 / draws;
    }
    return { months: after, probability, right };
  });
}

/**
 * How often the best guess is right at a district's count of which the reader has worked out the noisy value exactly, as
 * many cuts over many dates let him at most: all that is left is the noise of its people.
 */
export function attackCuts(counts: number, seed = 3): { right: number; of: number } {
  const random = seededRandom(seed);
  let right = 0;
  for (let i = 0; i < counts; i++) {
    const count = 100 + Math.floor(random() * 3000);
    // Ten cuts hold the district with others; each gives its noisy count once more, never another one.
    const noisy = count + drawNoise(random);
    if (noisy === count) right += 1;
  }
  return { right, of: counts };
}
