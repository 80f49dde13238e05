import type { Tokens } from 'marked';
import { stringify } from 'yaml';
import { isActivity, type Poll, readActivity } from './activities.js';
import { commentsIn } from './attributes.js';
import { tokensOf } from './markdown.js';
import { NotesFilter } from './notes-filter.js';

/**
 * A slide as it is typed, without what its page keeps back. Notes are split off before; this takes out what the sanitiser
 * would drop further on: comments that dress nothing, asides of notes in HTML, and the right answer of a poll. The file goes
 * away without the folder beside it, so figures stand in it whole, by the indices of their tokens.
 */
export function shownMarkdown(shown: string, figures: ReadonlyMap<number, string>): string {
  const filter = new NotesFilter();
  let isAfterFigure = false;
  return tokensOf(shown)
    .map((token, index) => {
      const figure = figures.get(index);
      const raw = isAfterFigure && token.type === 'html' ? withoutElementComments(token.raw) : token.raw;
      if (token.type !== 'space') isAfterFigure = figure !== undefined;
      if (figure !== undefined) return filter.outside(figure + lineEndOf(raw));
      return token.type === 'code' ? filter.outside(withoutAnswer(token as Tokens.Code)) : filter.keep({ ...token, raw });
    })
    .join('');
}

/** Without the comments before all else that dressed a figure: their attributes are in its tag. */
function withoutElementComments(raw: string): string {
  let rest = raw;
  for (const comment of commentsIn(raw)) {
    const start = rest.indexOf(comment.raw);
    if (comment.of !== 'element' || rest.slice(0, start).trim()) break;
    rest = rest.slice(start + comment.raw.length);
  }
  return rest;
}

const lineEndOf = (raw: string): string => /\n*$/.exec(raw)?.[0] ?? '';

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
