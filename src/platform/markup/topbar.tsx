import type { ComponentChildren } from 'preact';
import { otherLang } from '../../kernel/localised.js';
import { Form } from './forms.js';
import { type Frame, useFrame, useText } from './frame.js';
import { Icon } from './icons.js';
import { Avatar } from './components.js';
import { markupTexts } from './text.js';

/** The place of a page in the navigation, for its mark. */
export type Place =
  | 'course'
  | 'project'
  | 'calendar'
  | 'marks'
  | 'grading'
  | 'gradebook'
  | 'settings'
  | 'admin'
  | 'programme'
  | 'units'
  | 'assessment'
  | 'account'
  | 'search';

type NavPlace = Exclude<Place, 'account' | 'search'>;

/** What each role finds in the top bar. */
export function placesOf({ person, course }: Pick<Frame, 'person' | 'course'>): readonly (readonly [place: NavPlace, href: string])[] {
  if (!person) return [['programme', '/'] as const, ['units', '/#units'] as const, ['assessment', '/#assessment'] as const];
  const admin = person.isAdmin ? [['admin', '/admin'] as const] : [];
  if (!course) return [['course', '/'] as const, ...admin];
  const at = `/courses/${encodeURIComponent(course.slug)}`;
  const shared = [['course', at] as const, ['project', `${at}/assignments/competitive-analysis`] as const];
  const calendar = ['calendar', `${at}/calendar`] as const;
  const grading = ['grading', `${at}/grading`] as const;
  switch (course.role) {
    case 'student':
      return [...shared, calendar, ['marks', `${at}/marks`], ...admin];
    case 'assistant':
      return [...shared, calendar, grading, ...admin];
    case 'lecturer':
      return [...shared, calendar, grading, ['gradebook', `${at}/gradebook`], ['settings', `${at}/settings`], ...admin];
  }
}

export const TopBar = ({ current }: { current: Place | undefined }) => {
  const [frame, t] = [useFrame(), useText(markupTexts)];
  const here = frame.path.split('?', 1)[0];
  return (
    <header class="topbar">
      <div class="wrap">
        <Brand />
        <nav aria-label={t.navigation}>
          {placesOf(frame).map(([place, href]) => (
            <a key={place} href={href} aria-current={place === current ? (href === here ? 'page' : 'true') : undefined}>
              {t.nav[place]}
            </a>
          ))}
        </nav>
        <div class="tools">
          {frame.person && frame.course && current !== 'search' && <SearchWay course={frame.course.slug} />}
          <LanguageSwitch />
          <ThemeToggle />
          {frame.person ? (
            <AccountMenu person={frame.person} isCurrent={current === 'account'} />
          ) : (
            <a class="btn" href="/sign-in">
              {t.signIn}
            </a>
          )}
        </div>
      </div>
    </header>
  );
};

/** A field where there is room for one, and the page with its own where there is not. */
const SearchWay = ({ course }: { course: string }) => {
  const t = useText(markupTexts).search;
  const address = `/courses/${encodeURIComponent(course)}/search`;
  return (
    <>
      <form role="search" class="top-search" action={address} aria-label={t.label}>
        <Icon name="search" />
        <input
          {...{ type: 'search', name: 'q', class: 'input', placeholder: t.placeholder, autocomplete: 'off', dir: 'auto' }}
          aria-label={t.label}
          aria-keyshortcuts="/"
          maxLength={200}
          data-search-box
        />
      </form>
      <a class="btn quiet only to-search" href={address} aria-label={t.label} aria-keyshortcuts="/" data-search-way>
        <Icon name="search" />
      </a>
    </>
  );
};

interface WorkBarProps {
  /** What is being worked on, in a word or two, then the state and the controls. */
  readonly children: ComponentChildren;
}

/** The bar of a page where one works: no navigation but the way back, so that nothing stands in the way. */
export const WorkBar = ({ children }: WorkBarProps) => (
  <header class="bar">
    <Brand name="hidden" />
    {children}
    <ThemeToggle />
  </header>
);

/** The way home and the two switches, for a page before the door: sign-in, first run. */
export const QuietBar = () => (
  <div class="row">
    <Brand />
    <span class="row push gap0">
      <LanguageSwitch />
      <ThemeToggle />
    </span>
  </div>
);

export const Brand = ({ name = 'shown' }: { name?: 'shown' | 'hidden' }) => {
  const { person, course } = useFrame();
  return (
    <a class="brand" href={person && course ? `/courses/${encodeURIComponent(course.slug)}` : '/'}>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2.6"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d="M2.8 21.5C6.8 16 9.8 9.6 12 2.8c2.2 6.8 5.2 13.2 9.2 18.7" />
        <circle cx="12" cy="17.2" r="3" fill="currentColor" stroke="none" />
      </svg>
      <span class={name === 'hidden' ? 'sr' : undefined}>Attrait</span>
    </a>
  );
};

/** The same page in the other language: a link for a stranger, a saved preference for whoever is signed in. */
export const LanguageSwitch = () => {
  const [frame, t] = [useFrame(), useText(markupTexts)];
  const other = otherLang(frame.lang);
  const look = { class: 'btn quiet sm', lang: other, 'aria-label': t.otherLanguage } as const;
  if (!frame.person)
    return (
      <a {...look} href={inLanguage(frame.path, other)} hreflang={other}>
        {other.toUpperCase()}
      </a>
    );
  return (
    <Form action="/language" class="inline">
      <input type="hidden" name="lang" value={other} />
      <input type="hidden" name="next" value={frame.path} />
      <button {...look}>{other.toUpperCase()}</button>
    </Form>
  );
};

export function inLanguage(path: string, lang: string): string {
  const [page = '/', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', lang);
  return `${page}?${parameters}`;
}

export const ThemeToggle = () => {
  const t = useText(markupTexts);
  return (
    <button type="button" class="btn quiet only with-script" data-theme-toggle aria-label={t.theme}>
      <Icon name="theme" />
    </button>
  );
};

const AccountMenu = ({ person, isCurrent }: { person: NonNullable<Frame['person']>; isCurrent: boolean }) => {
  const t = useText(markupTexts);
  return (
    <details class="menu" data-menu>
      <summary aria-label={t.accountOf(person.initials, person.name)}>
        <Avatar name={person.name} initials={person.initials} />
      </summary>
      <div>
        <p class="meta">{person.name}</p>
        <a href="/account" aria-current={isCurrent ? 'page' : undefined}>
          {t.account}
        </a>
        <Form action="/sign-out" class="inline">
          <button>{t.signOut}</button>
        </Form>
      </div>
    </details>
  );
};
