import type { Reporter, TestModule } from "vitest/node";
import { formatTimes } from "./slowest-files.js";

/** Says at the end of a run where its time went. */
export default class TimeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const times = modules.map((module) => {
      const { prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
      const ms = prepareDuration + collectDuration + setupDuration + duration;
      return { project: module.project.name, file: module.relativeModuleId, ms };
    });
    console.log(`\n${formatTimes(times)}`);
  }
}
