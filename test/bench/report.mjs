// What a bench says: measured, goal, floor. Below a floor the bench fails; between floor and goal it says so and passes.

const shown = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(2));

/**
 * One line of a ratio to a control. Of `atMost` and `atLeast`, both `{ goal, floor }`, one is given.
 * `statements` is how many a request makes, `needed` how many it ought to.
 */
export function report(what, { median, low, high, base, ours, processor }, { unit, atLeast, atMost, statements, needed }) {
  const counted = statements === undefined ? '' : `; ${statements} statements, ${needed} needed`;
  const range = `(${low.toFixed(2)}–${high.toFixed(2)}); ours ${shown(ours)} ${unit}, control ${shown(base)} ${unit}`;
  const used = processor ? `; processor ${shown(processor.ours)} ms, control ${shown(processor.base)} ms` : '';
  judge(what, median, { atLeast, atMost }, `${range}${used}${counted}`);
}

/** One line of a figure that has a goal and a floor of its own, such as seconds. */
export function judge(what, value, { atLeast, atMost }, more = '') {
  const { goal, floor } = atLeast ?? atMost;
  const sign = atLeast ? '≥' : '≤';
  const keeps = (limit) => (atLeast ? value >= limit : value <= limit);
  const verdict = keeps(goal) ? 'goal ' : keeps(floor) ? 'floor' : 'BELOW';
  console.log(`${verdict}  ${what}: goal ${sign} ${goal}, floor ${sign} ${floor}, measured ${shown(value)} ${more}`.trimEnd());
  if (!keeps(floor)) process.exitCode = 1;
}
