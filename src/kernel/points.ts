/** Points are kept to three decimals in the database; sums are rounded to the same grain so that 0.1 + 0.2 is 0.3. */
export const roundPoints = (points: number): number => Math.round((points + Number.EPSILON) * 1000) / 1000;

export const sumPoints = (points: readonly number[]): number => roundPoints(points.reduce((sum, value) => sum + value, 0));
