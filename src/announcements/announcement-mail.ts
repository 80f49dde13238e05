import type { Lang } from '../kernel/localised.js';
import type { Notice } from '../people/index.js';
import { inLanguage, type WordsByLang } from './announcement.js';
import { announceTexts } from './text.js';

/** Somebody an announcement is for. */
export interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly language: Lang | null;
}

export interface AnnouncementLetter {
  readonly id: string;
  readonly words: WordsByLang;
  readonly author: string;
  readonly courseTitle: Readonly<Record<Lang, string>>;
  /** The whole address of its page. */
  readonly address: string;
}

/** The text itself stands in the mail, as its author typed it: Markdown reads well without being rendered. */
export function announcementMails(letter: AnnouncementLetter, recipients: readonly Recipient[]): Notice[] {
  return recipients.map(({ id, email, language }) => {
    const lang = language ?? 'fr';
    const t = announceTexts[lang].mail;
    const { title, body, lang: written } = inLanguage(letter.words, lang);
    const opening = t.opening(letter.author, letter.courseTitle[lang]);
    const paragraphs = [opening, ...(written === lang ? [] : [t.otherLanguage]), title, body, `${t.read}\n${letter.address}`];
    return {
      personId: id,
      cause: `announcement:${letter.id}:${id}`,
      recipient: email,
      language: lang,
      subject: `${title} · ${letter.courseTitle[lang]}`,
      body: paragraphs.join('\n\n'),
    };
  });
}
