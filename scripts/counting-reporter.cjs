// Mocha's usual report, and at the end the counts as JSON in the file that the option `counts` names.
"use strict";
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_PENDING, (test) => skipped.push(test.fullTitle()));
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts = { passed: passes, failed: failures, skipped: pending, skippedTests: skipped };
      writeFileSync(options.reporterOptions.counts, JSON.stringify(counts));
    });
  }
}

module.exports = CountingReporter;
