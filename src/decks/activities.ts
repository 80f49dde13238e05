import { z } from 'zod';
import type { Lang, Localised } from '../kernel/localised.js';
import { readYaml } from '../platform/content/yaml-text.js';
import { unsafeInline } from './markdown.js';
import { deckMessages } from './messages.js';
import { deckTexts } from './text.js';

/** Kept between languages and between versions of a deck: votes are counted under it. */
const Id = z
  .string()
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/)
  .max(60);
/** `- 42` is a text too, whatever YAML takes it for. */
const line = (most: number) =>
  z.preprocess((typed) => (typeof typed === 'number' ? String(typed) : typed), z.string().trim().min(1).max(most));

const PollFence = z.strictObject({
  id: Id,
  question: line(200),
  options: z.array(line(120)).min(2).max(7),
  seconds: z.int().min(10).max(900).default(60),
  answer: z.int().min(1).max(7).optional(),
});

const WorkshopFence = z.strictObject({
  id: Id,
  kind: z.enum(['exercise', 'workshop']),
  title: line(120),
  minutes: z.int().min(1).max(240),
  steps: z.array(line(300)).min(1).max(8),
  handover: line(300).optional(),
});

export type Poll = z.infer<typeof PollFence>;
export type Workshop = z.infer<typeof WorkshopFence>;

export type Activity = { readonly kind: 'poll'; readonly poll: Poll } | { readonly kind: 'workshop'; readonly workshop: Workshop };
type ActivityResult =
  | { readonly ok: true; readonly activity: Activity }
  | { readonly ok: false; readonly problems: readonly { readonly line: number; readonly reason: Localised }[] };

export const isActivity = (fence: string | undefined): fence is Activity['kind'] => fence === 'poll' || fence === 'workshop';

/** Reads the text of a fence; lines are counted from its first. */
export function readActivity(kind: Activity['kind'], text: string): ActivityResult {
  if (kind === 'workshop') {
    const read = readYaml(text, WorkshopFence);
    return read.ok ? { ok: true, activity: { kind, workshop: read.value } } : read;
  }
  const read = readYaml(text, PollFence);
  if (!read.ok) return read;
  const { answer = 1, options } = read.value;
  return answer <= options.length
    ? { ok: true, activity: { kind, poll: read.value } }
    : { ok: false, problems: [{ line: 1, reason: deckMessages.answerOutside }] };
}

/** The slide’s markup, as the theme has it. Unsafe: for the sanitiser. The right answer is not in it. */
export function unsafeActivity(activity: Activity, lang: Lang): string {
  return activity.kind === 'poll' ? pollHtml(activity.poll, lang) : workshopHtml(activity.workshop, lang);
}

function pollHtml({ question, options, seconds }: Poll, lang: Lang): string {
  return `<p class="kicker">${deckTexts[lang].poll(seconds)}</p><h2>${unsafeInline(question)}</h2>${list(options)}`;
}

function workshopHtml({ kind, title, minutes, steps, handover }: Workshop, lang: Lang): string {
  const t = deckTexts[lang];
  const time = kind === 'workshop' ? `<span class="time">${t.minutes(minutes)}</span>` : '';
  const kicker = kind === 'workshop' ? t.workshop : t.exercise(minutes);
  const aside = handover ? `<aside><h3>${t.handover}</h3><p>${unsafeInline(handover)}</p></aside>` : '';
  const body = aside ? `<div class="cols wide-left">${list(steps)}${aside}</div>` : list(steps);
  return `${time}<p class="kicker">${kicker}</p><h2>${unsafeInline(title)}</h2>${body}`;
}

/** Each line in a span: the theme lays out number and text side by side. */
const list = (lines: readonly string[]): string =>
  `<ol>${lines.map((text) => `<li><span>${unsafeInline(text)}</span></li>`).join('')}</ol>`;
