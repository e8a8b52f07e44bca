/** What is believed beforehand about effects that belong together: effect ~ N(μ, τ), μ ~ N(meanAt, meanSd). */
export interface PoolingPrior {
  meanAt: number;
  /** 0: the mean is known. */
  meanSd: number;
  /** Density of τ, up to a factor. */
  density: (tau: number) => number;
  /** τ beyond this is left out. */
  largest: number;
}

/** The effects' common mean, how far they differ, and each drawn towards the mean as far as it is weak. */
export interface Pooled {
  mean: number;
  /** Posterior mean of τ. */
  tau: number;
  /** Root of the posterior mean of τ². */
  rootMeanSquare: number;
  effects: number[];
}

const STEPS = 400;

/**
 * Partial pooling of estimates with known standard errors, the spread τ integrated out numerically on a grid that is
 * fine near 0, mean and effects in closed form given τ. Source: Rubin, "Estimation in parallel randomized
 * experiments", J. Educ. Stat. 6 (1981); Gelman et al., Bayesian Data Analysis, section 5.4.
 * @param estimates each with its standard error above 0; none give the prior.
 */
export function poolEffects(
  estimates: readonly { estimate: number; standardError: number }[],
  prior: PoolingPrior,
): Pooled {
  const sums = { weight: 0, mean: 0, tau: 0, square: 0 };
  const effects = estimates.map(() => 0);
  const grid = Array.from({ length: STEPS }, (_, step) => {
    const u = (step + 0.5) / STEPS;
    const tau = prior.largest * u * u;
    // u by dτ/du: the grid is even in u.
    return { tau, width: u, ...givenSpread(estimates, prior, tau) };
  });
  // Likelihoods beside the largest one, which may be far from 1.
  const largest = grid.reduce((most, { logLikelihood }) => Math.max(most, logLikelihood), -Infinity);
  for (const { tau, width, ...given } of grid) {
    const weight = Math.exp(given.logLikelihood - largest) * prior.density(tau) * width;
    sums.weight += weight;
    sums.mean += weight * given.mean;
    sums.tau += weight * tau;
    sums.square += weight * tau * tau;
    for (const [i, { estimate, standardError }] of estimates.entries()) {
      const own = tau ** 2 / (tau ** 2 + standardError ** 2);
      effects[i]! += weight * (own * estimate + (1 - own) * given.mean);
    }
  }
  return {
    mean: sums.mean / sums.weight,
    tau: sums.tau / sums.weight,
    rootMeanSquare: Math.sqrt(sums.square / sums.weight),
    effects: effects.map((sum) => sum / sums.weight),
  };
}

/** Posterior mean of μ and the marginal likelihood of the estimates, μ integrated out, for one τ. */
function givenSpread(
  estimates: readonly { estimate: number; standardError: number }[],
  { meanAt, meanSd }: PoolingPrior,
  tau: number,
): { mean: number; logLikelihood: number } {
  let [precision, pulled, squares, logs] = [0, 0, 0, 0];
  for (const { estimate, standardError } of estimates) {
    const variance = tau ** 2 + standardError ** 2;
    const away = estimate - meanAt;
    precision += 1 / variance;
    pulled += away / variance;
    squares += away ** 2 / variance;
    logs += Math.log(variance);
  }
  const shift = (meanSd ** 2 * pulled) / (1 + meanSd ** 2 * precision);
  return {
    mean: meanAt + shift,
    logLikelihood: -(logs + Math.log(1 + meanSd ** 2 * precision) + squares - shift * pulled) / 2,
  };
}
