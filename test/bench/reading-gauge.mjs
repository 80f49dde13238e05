// Asks the gauge that is preloaded into a server (see gauge.mjs).

/** The node options that preload it. */
export const GAUGE = ['--import', new URL('gauge.mjs', import.meta.url).href];

/** One reading of a child: `processor` answers milliseconds, `profile` begins a profile, `profiled` ends and answers it. */
export function readGauge(child, gauge) {
  return new Promise((done) => {
    const hear = (answer) => {
      if (answer.gauge !== gauge) return;
      child.off('message', hear);
      done(answer.value);
    };
    child.on('message', hear);
    child.send({ gauge });
  });
}
