import type { ComponentChildren } from 'preact';
import { useText } from './frame.js';
import type { SafeHtml } from './safe-html.js';
import { markupTexts } from './text.js';

interface CardProps {
  /** The id of the heading inside that names it; with it, the card is a section. */
  readonly labelledBy?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One object with its own action. Other parts of a page are kept apart by a rule and space. */
export const Card = ({ labelledBy, class: more, children }: CardProps) => {
  const Box = labelledBy ? 'section' : 'div';
  return (
    <Box class={more ? `card ${more}` : 'card'} aria-labelledby={labelledBy}>
      {children}
    </Box>
  );
};

export interface Crumb {
  readonly label: string;
  /** Absent on the last one: this page. */
  readonly href?: string;
}

export const Crumbs = ({ trail }: { trail: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={useText(markupTexts).crumbs}>
    <ol>
      {trail.map(({ label, href }) => (
        <li key={label} aria-current={href ? undefined : 'page'}>
          {href ? <a href={href}>{label}</a> : label}
        </li>
      ))}
    </ol>
  </nav>
);

interface Tab {
  readonly href: string;
  readonly label: ComponentChildren;
  readonly isCurrent: boolean;
}

/** Views of one object, each with its own address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a key={tab.href} href={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
        {tab.label}
      </a>
    ))}
  </nav>
);

/** A few facts, each with its name above: `<Facts of={[['Cours', 'mardi 9 février'], …]} />`. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, fact: ComponentChildren])[] }) => (
  <dl class="facts">
    {of.map(([name, fact]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{fact}</dd>
      </div>
    ))}
  </dl>
);

/** A column by its head: `number` where its cells have class `n`, `unseen` where the cells show for themselves what they are. */
type Column = string | { readonly number: string } | { readonly unseen: string };

interface TableProps {
  readonly caption: string;
  /** `hidden`: a heading above says the same to those who see. */
  readonly captionIs?: 'shown' | 'hidden';
  readonly class?: string;
  /** Left out where the table brings a `<thead>` of its own. */
  readonly columns?: readonly Column[];
  /** `<tbody>`, with `scope` on every `<th>` and class `n` on cells of numbers. */
  readonly children: ComponentChildren;
}

/** A table that scrolls by itself where the page is too narrow for it, by keyboard too. */
export const Table = ({ caption, captionIs = 'shown', class: more, columns, children }: TableProps) => (
  <div class="scroller" tabIndex={0} role="region" aria-label={useText(markupTexts).scrollable(caption)}>
    <table class={more ? `table ${more}` : 'table'}>
      <caption class={captionIs === 'hidden' ? 'sr' : undefined}>{caption}</caption>
      {columns && (
        <thead>
          <tr>{columns.map(headOf)}</tr>
        </thead>
      )}
      {children}
    </table>
  </div>
);

function headOf(column: Column, index: number) {
  const [name, className] =
    typeof column === 'string' ? [column] : 'number' in column ? [column.number, 'n'] : [<span class="sr">{column.unseen}</span>];
  return (
    <th key={index} scope="col" class={className}>
      {name}
    </th>
  );
}

interface AvatarProps {
  readonly name: string;
  readonly initials?: string;
  /** Dashed: not here now. */
  readonly presence?: 'here' | 'away';
}

/** A person's initials. The name beside it, or `Avatars`, says who it is. */
export const Avatar = ({ name, initials = initialsOf(name), presence = 'here' }: AvatarProps) => (
  <span class={presence === 'away' ? 'avatar away' : `avatar ${colourOf(name)}`} aria-hidden="true">
    {initials}
  </span>
);

export const Avatars = ({ label, people }: { label: string; people: readonly AvatarProps[] }) => (
  <ul class="avatars" role="list" aria-label={label}>
    {people.map((person) => (
      <li key={person.name} title={person.name}>
        <Avatar {...person} />
        <span class="sr">{person.name}</span>
      </li>
    ))}
  </ul>
);

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return (words[0] ?? '').slice(0, 1) + (words.length > 1 ? (words.at(-1) ?? '').slice(0, 1) : '');
};

/** The second colour of the charts is too light for white letters. */
const COLOURS = ['s1', 's3', 's4', 's5', 's6'] as const;

/** The same person has the same colour everywhere; it means nothing else. */
function colourOf(name: string): string {
  const sum = [...name].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return COLOURS[sum % COLOURS.length] ?? 's1';
}

/** Iron filings turning to one point: the motif, once a page at most. */
export const Filings = () => <span class="filings" aria-hidden="true" />;

interface SafeMarkupProps {
  readonly html: SafeHtml;
  readonly class?: string;
}

/** The one way in for markup made elsewhere: only the sanitiser makes a `SafeHtml`. */
export const SafeMarkup = ({ html, class: look = 'prose' }: SafeMarkupProps) => (
  <div class={look} dangerouslySetInnerHTML={{ __html: html }} />
);
