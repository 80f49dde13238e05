import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameProvider, useFrame } from './frame.js';
import { Own, Shared, SharingContext } from './shared.js';
import { SharedMarkup } from './shared-markup.js';

const frameOf = (name: string, lang: Frame['lang'] = 'fr'): Frame => ({
  lang,
  path: '/',
  formToken: `token of ${name}`,
  course: null,
  demonstration: false,
  person: { key: name, name, initials: name.slice(0, 1), isAdmin: false, hasShortcuts: false },
});
const Name = () => <b>{useFrame().person!.name}</b>;
const Token = () => <input value={useFrame().formToken} />;

/** A page of shared markup as each of some readers finds it, and how often its shared part was drawn. */
function pages(of: (props: { text: string }) => preact.JSX.Element) {
  const sharing = new SharedMarkup();
  let drawn = 0;
  const Counted = (props: { text: string }) => {
    drawn += 1;
    return of(props);
  };
  const read = (name: string, text: string, lang?: Frame['lang']): string =>
    renderToString(
      <SharingContext.Provider value={sharing}>
        <FrameProvider frame={frameOf(name, lang)}>
          <Shared of={Counted} props={{ text }} />
        </FrameProvider>
      </SharingContext.Provider>,
    );
  return { read, drawn: () => drawn };
}

describe('shared markup', () => {
  const greeting = ({ text }: { text: string }) => (
    <p lang={useFrame().lang}>
      {text} &amp;{' '}
      <Own>
        <Name />
      </Own>
      !
    </p>
  );

  it('is drawn once for two readers, each of whom finds their own pieces in it', () => {
    const { read, drawn } = pages(greeting);

    expect(read('Ada', 'Hello <i>')).toBe('<p lang="fr">Hello &lt;i> &amp; <b>Ada</b>!</p>');
    expect(read('Bob', 'Hello <i>')).toBe('<p lang="fr">Hello &lt;i> &amp; <b>Bob</b>!</p>');
    expect(read('Ada', 'Hello <i>')).toContain('<b>Ada</b>');
    expect(drawn()).toBe(1);
  });

  it('is drawn anew for another language, and for other content', () => {
    const { read, drawn } = pages(greeting);

    expect([read('Ada', 'Hello'), read('Ada', 'Hello', 'en'), read('Ada', 'Bye')].map((html) => html.slice(0, 20))).toEqual([
      '<p lang="fr">Hello &',
      '<p lang="en">Hello &',
      '<p lang="fr">Bye &am',
    ]);
    expect(drawn()).toBe(3);
  });

  it.each([
    ['the name of its reader', Name],
    ['the token of a form', Token],
  ])('fails rather than hold %s', (_, Piece) => {
    expect(() => pages(() => <Piece />).read('Ada', '')).toThrow(/which is its reader’s/);
  });

  it('is the same markup where nothing is shared', () => {
    const Greeting = greeting;
    const alone = renderToString(
      <FrameProvider frame={frameOf('Ada')}>
        <Shared of={Greeting} props={{ text: 'Hello' }} />
      </FrameProvider>,
    );

    expect(alone).toBe(pages(greeting).read('Ada', 'Hello'));
  });
});
