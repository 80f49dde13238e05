import type { Tokens } from 'marked';
import { stringify } from 'yaml';
import { isActivity, type Poll, readActivity } from './activities.js';
import { commentsIn } from './attributes.js';
import { tokensOf } from './markdown.js';
import { siftNotes } from './notes-filter.js';

/**
 * A slide as it is typed, without what its page keeps back: of each token what is for everybody, and of a poll not the right
 * answer. The file goes away without the folder beside it, so figures stand in it whole, by the indices of their tokens.
 * What comes out is read once more: were anything in it still for the speaker, nothing would be given away.
 */
export function shownMarkdown(shown: string, typed: readonly string[], figures: ReadonlyMap<number, string>): string {
  let isAfterFigure = false;
  const markdown = tokensOf(shown)
    .map((token, index) => {
      const figure = figures.get(index);
      const own = typed[index] ?? '';
      const kept = isAfterFigure && token.type === 'html' ? withoutElementComments(own) : own;
      if (token.type !== 'space') isAfterFigure = figure !== undefined;
      if (figure !== undefined) return kept && figure + lineEndOf(token.raw);
      return token.type === 'code' ? kept && withoutAnswer(token as Tokens.Code) : kept;
    })
    .join('');
  return markdown === shown || siftNotes(tokensOf(markdown)).typed.join('') === markdown ? markdown : '';
}

/** Without the comments before all else that gave a figure its attributes: their attributes are in its tag. */
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
