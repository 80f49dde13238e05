import { z } from 'zod';
import { isLang } from '../../kernel/localised.js';
import { COURSE_ROLES, type CourseRole } from '../../platform/security/actor.js';
import { Accounts, type EnrolmentWish } from '../accounts.service.js';
import { type Answer, BadUsage, type Command, type Given, listOf, onlyWord, requiredText, textOf } from './command.js';
import { PASSWORD_HELP, PASSWORD_OPTION, passwordFor } from './password-input.js';

export const userAdd: Command = {
  name: 'user add',
  takes: 'EMAIL --name NAME [--admin] [--course SLUG --role ROLE [--section NAME]…]',
  summary: 'Opens an account, and enrols it in a course. An account that is there already keeps its name and password.',
  help: [
    '--name NAME        as the person writes it',
    '--language fr|en   of the interface and of mail; without it, as the browser asks',
    '--admin            may run the installation',
    '--course SLUG      enrol in this course, as',
    `--role ROLE        ${COURSE_ROLES.join(', ')}`,
    '--section NAME     a student has one, an assistant one or more, a lecturer none',
    PASSWORD_HELP,
  ],
  options: {
    name: { type: 'string' },
    language: { type: 'string' },
    admin: { type: 'boolean' },
    course: { type: 'string' },
    role: { type: 'string' },
    section: { type: 'string', multiple: true },
    ...PASSWORD_OPTION,
  },
  run: async (given, context) => {
    const email = emailOf(onlyWord(given, 'The email address'));
    const enrolment = enrolmentOf(given);
    const language = textOf(given, 'language') ?? null;
    if (language !== null && !isLang(language)) throw new BadUsage('--language is fr or en.');
    const accounts = (await context.application()).get(Accounts);
    if (await accounts.exists(email)) return enrolled(email, enrolment, await accounts.enrol(email, requireEnrolment(email, enrolment)));

    const { password, isMade } = await passwordFor(given);
    const person = { email, name: requiredText(given, 'name'), language, isAdmin: given.values['admin'] === true };
    await accounts.open(person, password, enrolment);
    const lines = [`${email} has an account.`, ...(isMade ? [`Its password, shown only now: ${password}`] : [])];
    return { lines, facts: { email, admin: person.isAdmin, ...(isMade && { password }), enrolment } };
  },
};

export function emailOf(word: string): string {
  const parsed = z.email().safeParse(word.trim().toLowerCase());
  if (!parsed.success) throw new BadUsage(`“${word}” is not an email address.`);
  return parsed.data;
}

function enrolmentOf(given: Given): EnrolmentWish | null {
  const [course, role, sections] = [textOf(given, 'course'), textOf(given, 'role'), listOf(given, 'section')];
  if (!course && !role && sections.length === 0) return null;
  if (!course || !role) throw new BadUsage('--course and --role go together.');
  if (!isRole(role)) throw new BadUsage(`--role is one of ${COURSE_ROLES.join(', ')}.`);
  if (role === 'student' && sections.length !== 1) throw new BadUsage('A student has exactly one --section.');
  if (role === 'assistant' && sections.length === 0) throw new BadUsage('An assistant has at least one --section.');
  if (role === 'lecturer' && sections.length > 0) throw new BadUsage('A lecturer sees all sections: leave --section out.');
  return { course, role, sections };
}

const isRole = (value: string): value is CourseRole => COURSE_ROLES.includes(value as CourseRole);

function requireEnrolment(email: string, enrolment: EnrolmentWish | null): EnrolmentWish {
  if (!enrolment) throw new BadUsage(`${email} has an account already. With --course and --role it is enrolled.`);
  return enrolment;
}

function enrolled(email: string, enrolment: EnrolmentWish | null, _: void): Answer {
  return {
    lines: [`${email} had an account already, and is now enrolled in ${enrolment!.course} as ${enrolment!.role}.`],
    facts: { email, enrolment },
  };
}
