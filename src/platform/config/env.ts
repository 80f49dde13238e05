import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { bucketAddress } from '../blobs/bucket-address.js';
import { CannotStart } from './cannot-start.js';
import { ROOT } from './root.js';
import { SHORTEST_SECRET } from './secrets.js';
import { trustedProxies } from './trusted-proxies.js';

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], 'accepted: on or off')
  .transform((value) => ['on', 'true', '1'].includes(value));
const port = z.coerce.number('accepted: a number from 0 to 65535').int().min(0).max(65_535);

const S3_ACCEPTED = 'accepted: https://KEY:SECRET@endpoint/bucket, with ?region=… where the service asks for one';

const Settings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production'], 'accepted: development, test or production').default('development'),
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'accepted: an address that begins with http:// or https://' }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'accepted: postgres://user:password@host:port/database' }).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    S3_URL: z
      .url({ protocol: /^https?$/, error: S3_ACCEPTED })
      .refine((address) => bucketAddress(address) !== null, S3_ACCEPTED)
      .optional(),
    DEMO: flag.optional(),
    SESSION_SECRET: z.string().min(SHORTEST_SECRET, 'accepted: at least 32 characters, kept secret').optional(),
    /** Who may say, in `X-Forwarded-For`, from where a request comes: how many proxies, or which. Without it: nobody. */
    TRUST_PROXY: trustedProxies.optional(),
    /** Prints the decks as PDF files. */
    CHROMIUM_PATH: z.string().min(1).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'accepted: smtp://user:password@host:port or smtps://…' }).optional(),
    WEB_CONCURRENCY: z.coerce.number('accepted: a number from 1 to 64').int().min(1).max(64).default(1),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'accepted: fatal, error, warn, info, debug or silent')
      .default('info'),
    LOG_FORMAT: z.enum(['json', 'text'], 'accepted: json or text').optional(),
  })
  .superRefine((settings, context) => {
    if (settings.DATABASE_URL && !settings.SESSION_SECRET)
      context.addIssue({
        code: 'custom',
        path: ['SESSION_SECRET'],
        message: 'required beside DATABASE_URL; accepted: at least 32 characters, kept secret',
      });
  });

/** The settings of this process, after defaults. `PUBLIC_URL` has no slash at its end; `DATA_DIR` is absolute. */
export type Env = Omit<z.infer<typeof Settings>, 'PUBLIC_URL'> & { readonly PUBLIC_URL: string };

/**
 * Reads the environment once, at start.
 * @throws CannotStart that names each wrong setting, what was read (never a secret) and what is accepted.
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: read ${shown(issue.path[0], given)}; ${issue.message}`);
    throw new CannotStart(`Some settings cannot be used:\n${lines.join('\n')}\nSee .env.example.`);
  }
  const env = result.data;
  const address = env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`;
  return { ...env, PUBLIC_URL: address.replace(/\/+$/, ''), DATA_DIR: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(ROOT, env.DATA_DIR) };
}

function shown(name: PropertyKey | undefined, given: Record<string, string | undefined>): string {
  const value = given[String(name)];
  if (value === undefined) return 'nothing';
  return /SECRET|URL/.test(String(name)) ? 'a value (not shown)' : JSON.stringify(value);
}
