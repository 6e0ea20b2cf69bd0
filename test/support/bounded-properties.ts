import fc from 'fast-check';

/**
 * Looking for a smaller example after a failure may take thousands of runs, each as slow as the test's own oracle: a
 * worker would be busy for minutes and say nothing. Before a test's time is up it ends, and tells its seed and what it has.
 */
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(50_000, { failOnInterrupt: true }));

/** The gate gives the same answer to the same change; on a laptop every run looks elsewhere, and prints the seed of what it finds. */
if (process.env['CI'] === 'true') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 });
