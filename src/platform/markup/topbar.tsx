import type { ComponentChildren } from 'preact';
import { otherLang } from '../../kernel/localised.js';
import { Form } from './forms.js';
import { type Frame, useFrame, useText } from './frame.js';
import { Icon } from './icons.js';
import { type Navigation, type NavigationWord, useNavigation } from './navigation.js';
import { Avatar } from './components.js';
import { markupTexts } from './text.js';

export const TopBar = ({ current }: { current: NavigationWord | undefined }) => {
  const [frame, t] = [useFrame(), useText(markupTexts)];
  const { bar, search } = useNavigation();
  const here = frame.path.split('?', 1)[0];
  return (
    <header class="topbar">
      <div class="wrap">
        <Brand />
        <nav aria-label={t.navigation}>
          {bar.map(({ word, label, href }) => (
            <a key={word} href={href} aria-current={word === current ? (href === here ? 'page' : 'true') : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div class="tools">
          {search && current !== search.word && <SearchWay {...search} />}
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
const SearchWay = ({ label, href, placeholder }: NonNullable<Navigation['search']>) => {
  return (
    <>
      <form role="search" class="top-search" action={href} aria-label={label}>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          class="input"
          placeholder={placeholder}
          autocomplete="off"
          dir="auto"
          aria-label={label}
          aria-keyshortcuts="/"
          maxLength={200}
          data-search-box
        />
      </form>
      <a class="btn quiet only to-search" href={href} aria-label={label} aria-keyshortcuts="/" data-search-way>
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

/** The way home and the two switches, for a page before signing in. */
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
  const [home] = useNavigation().bar;
  return (
    <a class="brand" href={home?.href ?? '/'}>
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
