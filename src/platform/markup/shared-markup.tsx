import { randomUUID } from 'node:crypto';
import { type ComponentType, h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../../kernel/localised.js';
import { BoundedCache } from '../cache/bounded-cache.js';
import { type Frame, FrameProvider } from './frame.js';
import { type Navigation, NavigationProvider } from './navigation.js';
import { OwnPieces, type SharedProps, type Sharing, type Surroundings } from './shared.js';
import { ViewAsProvider } from './view-as.js';

/** Shared markup as it is kept: texts of HTML, and between them the pieces that each page draws anew. */
interface Drawn {
  readonly html: string[];
  readonly pieces: readonly VNode[];
}

/** Stands for a reader's own piece while the rest is drawn. No content can know it. */
const MARK = randomUUID();
/** What shared markup asks of its reader, or of their ways, or for a form's token, fails instead of being shown to others. */
const nobodys = <T extends object>(known: Partial<T>): T =>
  new Proxy(known as T, {
    get(all, name) {
      if (name in all) return all[name as keyof T];
      throw new Error(`Shared markup asked its frame for “${String(name)}”, which is its reader’s.`);
    },
  });
const NOBODYS_FRAME = { fr: nobodys<Frame>({ lang: 'fr' }), en: nobodys<Frame>({ lang: 'en' }) } satisfies Record<Lang, Frame>;
const NOBODYS_WAYS = nobodys<Navigation>({});

/** Keeps shared markup by what it is drawn from: the component, the language, through whose eyes, and every prop. */
export class SharedMarkup implements Sharing {
  private readonly drawn = new BoundedCache<Drawn>(({ html }) => html.reduce((sum, { length }) => sum + length, 0));
  private readonly numbers = new WeakMap<object, number>();
  private count = 0;

  draw<P extends object>({ of, props, content = [] }: SharedProps<P>, surroundings: Surroundings): VNode {
    const { lang, viewAs } = surroundings;
    const text = content.length === 0 ? JSON.stringify(props) : this.textOf(props, content);
    const { html, pieces } = this.drawn.of(`${this.numberOf(of)} ${lang} ${viewAs} ${text}`, () =>
      drawnOnce(h(of, props) as VNode, surroundings),
    );
    return jsxTemplate(html, ...pieces.map(({ type, props: own }) => h(type as ComponentType<object>, own as object)));
  }

  /** With a number for each content: it was read once and is long. */
  private textOf(props: object, content: readonly string[]): string {
    const numbered = Object.entries(props).map(([name, value]) => [
      name,
      value && content.includes(name) ? this.numberOf(value as object) : value,
    ]);
    return JSON.stringify(numbered);
  }

  private numberOf(component: object): number {
    const known = this.numbers.get(component) ?? (this.count += 1);
    this.numbers.set(component, known);
    return known;
  }
}

function drawnOnce(markup: VNode, { lang, viewAs }: Surroundings): Drawn {
  const pieces: VNode[] = [];
  const html = renderToString(
    <FrameProvider frame={NOBODYS_FRAME[lang]}>
      <NavigationProvider navigation={NOBODYS_WAYS}>
        <ViewAsProvider value={viewAs}>
          <OwnPieces.Provider value={{ mark: MARK, pieces }}>{markup}</OwnPieces.Provider>
        </ViewAsProvider>
      </NavigationProvider>
    </FrameProvider>,
  );
  return { html: html.split(MARK), pieces };
}
