import { randomUUID } from 'node:crypto';
import { type ComponentType, h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../../kernel/localised.js';
import { BoundedCache } from '../cache/bounded-cache.js';
import { type Frame, FrameProvider } from './frame.js';
import { OwnPieces, type Sharing } from './shared.js';

/** Shared markup as it is kept: texts of HTML, and between them the pieces that each page draws anew. */
interface Drawn {
  readonly html: string[];
  readonly pieces: readonly VNode[];
}

/** Stands for a reader's own piece while the rest is drawn. No content can know it. */
const MARK = randomUUID();
/** A frame without a reader: shared markup that asks for one, or for a form's token, fails instead of showing it to others. */
const nobodysFrame = (lang: Lang): Frame =>
  new Proxy({ lang } as Frame, {
    get(frame, name) {
      if (name === 'lang') return frame.lang;
      throw new Error(`Shared markup asked its frame for “${String(name)}”, which is its reader’s.`);
    },
  });

/** Keeps shared markup by what it is drawn from: the component, the language and every prop. */
export class SharedMarkup implements Sharing {
  private readonly drawn = new BoundedCache<Drawn>(({ html }) => html.reduce((sum, { length }) => sum + length, 0));
  private readonly numbers = new WeakMap<object, number>();
  private count = 0;

  draw<P extends object>(of: ComponentType<P>, props: P, lang: Lang): VNode {
    const key = `${this.numberOf(of)} ${lang} ${JSON.stringify(props)}`;
    const { html, pieces } = this.drawn.of(key, () => drawnOnce(h(of, props) as VNode, lang));
    return jsxTemplate(html, ...pieces.map(({ type, props: own }) => h(type as ComponentType<object>, own as object)));
  }

  private numberOf(component: object): number {
    const known = this.numbers.get(component) ?? (this.count += 1);
    this.numbers.set(component, known);
    return known;
  }
}

function drawnOnce(markup: VNode, lang: Lang): Drawn {
  const pieces: VNode[] = [];
  const html = renderToString(
    <FrameProvider frame={nobodysFrame(lang)}>
      <OwnPieces.Provider value={{ mark: MARK, pieces }}>{markup}</OwnPieces.Provider>
    </FrameProvider>,
  );
  return { html: html.split(MARK), pieces };
}
