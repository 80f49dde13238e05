import type { Tokens } from 'marked';
import { stringify } from 'yaml';
import { isActivity, type Poll, readActivity } from './activities.js';
import { tokensOf } from './markdown.js';

/**
 * A slide as it is typed, without what its page keeps back. Notes are split off before; this takes out what the sanitiser
 * would drop further on: comments that dress nothing, asides of notes in HTML, and the right answer of a poll. The file goes
 * away without the folder beside it, so figures stand in it whole, by the indices of their tokens.
 */
export function shownMarkdown(shown: string, figures: ReadonlyMap<number, string>): string {
  const screen = new Screen();
  let isAfterFigure = false;
  return tokensOf(shown)
    .map((token, index) => {
      const figure = figures.get(index);
      const raw = isAfterFigure && token.type === 'html' ? withoutElementComments(token.raw) : token.raw;
      if (token.type !== 'space') isAfterFigure = figure !== undefined;
      if (figure !== undefined) return screen.whole(figure + lineEndOf(raw));
      return token.type === 'code' ? screen.whole(withoutAnswer(token as Tokens.Code)) : screen.sifted(raw);
    })
    .join('');
}

/** The comments that dressed a figure: their attributes are in its tag. */
const withoutElementComments = (raw: string): string => raw.replace(/^(?:\s*<!--\s*\.element:[^]*?-->)+/, '');

const lineEndOf = (raw: string): string => /\n*$/.exec(raw)?.[0] ?? '';

const TAGS = /(<!--[^]*?(?:-->|$)|<\/?aside\b[^>]*>)/i;
const DRESS = /^<!--\s*\.(?:slide|element):/;
/** As the sanitiser tells them; and where an escape hides what the class is, it counts as notes. */
const NOTES = /^<aside\b[^>]*(?:\bnotes\b|&)/i;

/** Reads a slide from its beginning and lets through what is not inside an aside of notes. */
class Screen {
  private depth = 0;

  whole(text: string): string {
    return this.depth > 0 ? '' : text;
  }

  sifted(text: string): string {
    return text
      .split(TAGS)
      .map((piece, index) => (index % 2 ? this.tag(piece) : this.whole(piece)))
      .join('');
  }

  private tag(tag: string): string {
    if (tag.startsWith('<!--')) return DRESS.test(tag) ? this.whole(tag) : '';
    const wasInside = this.depth > 0;
    if (tag.startsWith('</')) this.depth = Math.max(0, this.depth - 1);
    else if (wasInside || NOTES.test(tag)) this.depth += 1;
    return wasInside || this.depth > 0 ? '' : tag;
  }
}

function withoutAnswer({ raw, text, lang = '' }: Tokens.Code): string {
  const kind = lang.trim().split(/\s/)[0];
  if (!isActivity(kind)) return raw;
  const read = readActivity(kind, text);
  // What could not be read has no place on the slide either, and who knows what it holds.
  if (!read.ok) return '';
  return read.activity.kind === 'poll' && read.activity.poll.answer ? withPoll(raw, read.activity.poll) : raw;
}

function withPoll(raw: string, { answer: _, ...poll }: Poll): string {
  const [fence = '```'] = /[`~]{3,}/.exec(raw) ?? [];
  return `${fence}poll\n${stringify(poll, { lineWidth: 0 })}${fence}${lineEndOf(raw)}`;
}
