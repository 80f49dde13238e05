import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameProvider, useFrame } from './frame.js';
import { useNavigation } from './navigation.js';
import { Own, Shared, SharingContext } from './shared.js';
import { SharedMarkup } from './shared-markup.js';
import { useViewAsAddress, type ViewAs, ViewAsProvider } from './view-as.js';

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
const Way = () => <a href={useNavigation().bar[0]!.href} />;
const greetingOf = (piece: VNode) => () => (
  <p>
    <Own>{piece}</Own>
  </p>
);
interface Standing {
  readonly viewAs?: ViewAs;
  readonly words?: readonly string[];
  /** What stands around the shared markup on its page. */
  readonly around?: (page: VNode) => VNode;
}
interface Words {
  readonly text: string;
  readonly words: readonly string[];
}

/** A page of shared markup as each of some readers finds it, and how often its shared part was drawn. */
function pages(of: (props: Words) => VNode, content: readonly 'words'[] = []) {
  const sharing = new SharedMarkup();
  let drawn = 0;
  const Counted = (props: Words) => {
    drawn += 1;
    return of(props);
  };
  const read = (
    name: string,
    text: string,
    lang?: Frame['lang'],
    { viewAs = null, words = [], around = (page: VNode): VNode => page }: Standing = {},
  ): string =>
    renderToString(
      <SharingContext.Provider value={sharing}>
        <FrameProvider frame={frameOf(name, lang)}>
          <ViewAsProvider value={viewAs}>{around(<Shared of={Counted} props={{ text, words }} content={content} />)}</ViewAsProvider>
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

  it('is drawn anew for who looks through a student’s eyes, and leads them on so', () => {
    const { read, drawn } = pages(({ text }) => <a href={useViewAsAddress()('/unit')}>{text}</a>);

    expect(read('Ada', 'On')).toBe('<a href="/unit">On</a>');
    expect(read('Ada', 'On', 'fr', { viewAs: 'student' })).toBe('<a href="/unit?as=student">On</a>');
    expect(drawn()).toBe(2);
  });

  it('tells content apart by which it is, and is drawn anew once a file was read again', () => {
    const { read, drawn } = pages(({ text, words }) => <p>{[text, ...words].join(' ')}</p>, ['words']);
    const words = ['long', 'content'];

    expect([read('Ada', 'A', 'fr', { words }), read('Bob', 'A', 'fr', { words })]).toEqual(Array(2).fill('<p>A long content</p>'));
    expect(drawn()).toBe(1);
    expect(read('Ada', 'B', 'fr', { words })).toBe('<p>B long content</p>');
    expect(read('Ada', 'A', 'fr', { words: ['other'] })).toBe('<p>A other</p>');
    expect(drawn()).toBe(3);
  });

  it('holds no piece’s reader: what a piece is given by its place on the page is looked up on each page', () => {
    const Greeted = createContext('');
    const Piece = () => <i>{useContext(Greeted)}</i>;
    const { read } = pages(greetingOf(<Piece />));
    const inPlaceOf = (name: string) =>
      read(name, '', 'fr', { around: (page) => <Greeted.Provider value={name}>{page}</Greeted.Provider> });

    expect([inPlaceOf('Ada'), inPlaceOf('Bob')]).toEqual(['<p><i>Ada</i></p>', '<p><i>Bob</i></p>']);
  });

  it.each([
    ['the name of its reader', Name],
    ['a way of theirs', Way],
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
