import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMONSTRATION_PASSWORD } from '../../auth/index.js';
import { PeopleService } from '../../people/index.js';
import type { Env } from '../../platform/config/env.js';

const ROLES = { lecturer: 'lecturer', assistant: 'assistant', student: 'student', admin: 'administrator' } as const;

/** Where the server is, and as whom one can sign in there. */
export async function announcementOf(app: NestFastifyApplication, { PUBLIC_URL }: Env): Promise<string> {
  const accounts = await app.get(PeopleService).listDemonstrationAccounts();
  const lines = accounts.length > 0 ? demonstrationLines(accounts) : [];
  if (accounts.length === 0 && !(await app.get(PeopleService).hasAnybody())) lines.push(...FIRST_ACCOUNT);
  return [`Attrait is ready: ${PUBLIC_URL}`, ...lines].join('\n');
}

const FIRST_ACCOUNT = [
  'Nobody can sign in yet. The first account:',
  '  npm run attrait -- user add you@school.example --name "Your Name" --admin',
];

/** One account of each kind; the sign-in page lists them all. */
function demonstrationLines(accounts: readonly { email: string; role: keyof typeof ROLES }[]): string[] {
  const firsts = Object.keys(ROLES).map((role) => accounts.find((account) => account.role === role));
  const found = firsts.filter((account) => account !== undefined);
  return [
    `It holds the demonstration class. Sign in with the password ${DEMONSTRATION_PASSWORD} as`,
    ...found.map(({ email, role }) => `  ${email.padEnd(28)} ${ROLES[role]}`),
  ];
}
