/** In characters. */
export const SHORTEST_SECRET = 32;

/**
 * The secrets of the setting: the newest, which signs, then those before it, which are still believed. They are told apart by commas;
 * a value whose pieces are too short to be secrets is one secret that has a comma in it.
 */
export function secretsIn(setting: string): readonly [string, ...string[]] {
  const [newest, ...former] = setting.split(',').map((secret) => secret.trim());
  return [newest!, ...former].every((secret) => secret.length >= SHORTEST_SECRET) ? [newest!, ...former] : [setting];
}
