import fc from 'fast-check';

/**
 * Looking for a smaller example after a failure may take thousands of runs, each as slow as the test's own oracle: a
 * worker would be busy for minutes and say nothing. Before a test's time is up it ends, and tells its seed and what it has.
 */
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(50_000, { failOnInterrupt: true }));
