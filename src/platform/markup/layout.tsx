import type { ComponentChildren } from 'preact';
import { asset } from './assets.js';
import { useFrame, useLang, useText } from './frame.js';
import { type Navigation, type NavigationWord, useNavigation } from './navigation.js';
import { Shared } from './shared.js';
import { type ViewAs, ViewAsBanner, ViewAsProvider } from './view-as.js';
import { markupTexts } from './text.js';
import { TopBar } from './topbar.js';

interface PageProps {
  /** The page's own words; the platform's name is added. */
  readonly title: string;
  readonly description?: string | undefined;
  /** A class on the body, for the page's own look in its room's look.css. */
  readonly page?: string | undefined;
  /** Room for tables and columns: 90 rem instead of 78. */
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

interface LayoutProps extends PageProps {
  readonly current?: NavigationWord | undefined;
  /** Through whose eyes the page is seen, where not through its reader's own. */
  readonly viewAs?: ViewAs | undefined;
}

/** A page with the top bar of its reader's role and the footer. The children stand in `<main>`, usually in a `.wrap`. */
export const Layout = ({ current, viewAs = null, children, ...page }: LayoutProps) => (
  <Document {...page}>
    <TopBar current={current} />
    <ViewAsProvider value={viewAs}>
      <Main>
        {viewAs && <ViewAsBanner />}
        {children}
      </Main>
    </ViewAsProvider>
    <Footer />
  </Document>
);

/** A page without top bar and footer: sign-in, or one with a working bar of its own. */
export const BareLayout = ({ bar, children, ...page }: PageProps & { readonly bar?: ComponentChildren }) => (
  <Document {...page}>
    {bar}
    <Main>{children}</Main>
  </Document>
);

const Main = ({ children }: { children: ComponentChildren }) => (
  <main id="content" tabIndex={-1}>
    {children}
  </main>
);

const Document = ({ title, description, page, wide, children }: PageProps) => {
  const [{ lang, demonstration, person }, t] = [useFrame(), useText(markupTexts)];
  return (
    <html lang={`${lang}-CA`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Attrait`}</title>
        {description && <meta name="description" content={description} />}
        <Shared of={HeadLinks} props={NOTHING} />
      </head>
      <body
        class={[page, wide && 'wide'].filter(Boolean).join(' ') || undefined}
        data-person={person?.key}
        data-shortcuts={person?.hasShortcuts ? 'on' : undefined}
      >
        <a class="skip" href="#content">
          {t.skip}
        </a>
        {demonstration && (
          <aside class="demonstration" aria-label={t.demonstrationLabel}>
            {t.demonstration}
          </aside>
        )}
        {children}
      </body>
    </html>
  );
};

const NOTHING = {};
const HeadLinks = () => (
  <>
    <link rel="icon" type="image/svg+xml" href={asset('icon.svg')} />
    <script src={asset('theme.js')} />
    <link rel="stylesheet" href={asset('app.css')} />
    <script type="module" src={asset('page.js')} />
  </>
);

const LICENCE = {
  fr: 'https://creativecommons.org/licenses/by/4.0/deed.fr',
  en: 'https://creativecommons.org/licenses/by/4.0/deed.en',
} as const;

const Footer = () => <Shared of={FooterOf} props={{ course: useFrame().course?.title, ways: useNavigation().foot }} />;

const FooterOf = ({ course, ways }: { readonly course: string | undefined; readonly ways: Navigation['foot'] }) => {
  const [t, lang] = [useText(markupTexts), useLang()];
  return (
    <footer class="foot">
      <div class="wrap row">
        <p class="meta">{course ?? t.platform}</p>
        <nav class="row push meta" aria-label={t.footer}>
          {ways.map(({ word, label, href }) => (
            <a key={word} href={href}>
              {label}
            </a>
          ))}
          <a href={LICENCE[lang]} rel="license">
            {t.licence}
          </a>
        </nav>
      </div>
    </footer>
  );
};
