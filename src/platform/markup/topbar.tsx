import type { ComponentChildren } from 'preact';
import { AccountMenu } from './account-menu.js';
import { useFrame, useText } from './frame.js';
import { Icon } from './icons.js';
import { LanguageForm, LanguageLink, LanguageSwitch } from './language-switch.js';
import { type Navigation, type NavigationWord, useNavigation, type Way } from './navigation.js';
import { Own, Shared } from './shared.js';
import { markupTexts } from './text.js';

/** The same for all who have the same ways, and are on the same one of them. */
export const TopBar = ({ current }: { current: NavigationWord | undefined }) => {
  const [{ path, person }, { bar, search }] = [useFrame(), useNavigation()];
  const here = path.split('?', 1)[0];
  const ways = bar.map((way) => ({ ...way, isHere: way.word === current && way.href === here }));
  return <Shared of={TopBarOf} props={{ ways, search, current, isSignedIn: person !== null }} />;
};

interface TopBarProps extends Pick<Navigation, 'search'> {
  readonly ways: readonly (Way & { readonly isHere: boolean })[];
  readonly current: NavigationWord | undefined;
  readonly isSignedIn: boolean;
}

const TopBarOf = ({ ways, search, current, isSignedIn }: TopBarProps) => {
  const t = useText(markupTexts);
  return (
    <header class="topbar">
      <div class="wrap">
        <BrandOf home={ways[0]?.href} />
        <nav aria-label={t.navigation}>
          {ways.map(({ word, label, href, isHere }) => (
            <a key={word} href={href} aria-current={word === current ? (isHere ? 'page' : 'true') : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div class="tools">
          {search && current !== search.word && <SearchWay {...search} />}
          {isSignedIn ? (
            <LanguageForm />
          ) : (
            <Own>
              <LanguageLink />
            </Own>
          )}
          <ThemeToggle />
          {isSignedIn ? (
            <AccountMenu isCurrent={current === 'account'} />
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

export const Brand = ({ name }: { name?: 'shown' | 'hidden' }) => <BrandOf home={useNavigation().bar[0]?.href} name={name} />;

interface BrandProps {
  readonly home: string | undefined;
  readonly name?: 'shown' | 'hidden' | undefined;
}

const BrandOf = ({ home = '/', name = 'shown' }: BrandProps) => {
  return (
    <a class="brand" href={home}>
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

export const ThemeToggle = () => {
  const t = useText(markupTexts);
  return (
    <button type="button" class="btn quiet only with-script" data-theme-toggle aria-label={t.theme}>
      <Icon name="theme" />
    </button>
  );
};
