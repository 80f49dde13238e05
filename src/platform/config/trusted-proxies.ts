import { isIP } from 'node:net';
import { z } from 'zod';

const ACCEPTED = 'accepted: how many proxies stand in front (1 to 9), or their addresses, as 10.0.0.7 or 10.0.0.0/24, with commas';
const isNetwork = (text: string): boolean => {
  const [address, bits = '0', ...rest] = text.split('/');
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= ({ 4: 32, 6: 128 }[isIP(address!)] ?? -1);
};
const isCount = (text: string): boolean => /^[1-9]$/.test(text);
const split = (text: string): string[] => text.split(',').map((one) => one.trim());
/** As the setting names them: a number, or a list of addresses and networks. */
export const trustedProxies = z
  .string()
  .refine((value) => isCount(value) || split(value).every(isNetwork), ACCEPTED)
  .transform((value) => (isCount(value) ? Number(value) : split(value)));

/**
 * Whom the framework believes about where a request comes from. By number, the nearest proxies are believed, whoever they are: an
 * operator says so who lets nobody else reach this port.
 */
export function trustOf(proxies: number | string[] | undefined): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies;
  return proxies ?? false;
}
