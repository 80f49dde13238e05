import { type ComponentType, createContext, h, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../kernel/localised.js';
import { useLang } from './frame.js';

/** Draws what is the same for everybody, and knows the parts of it that are not. */
export interface Sharing {
  draw<P extends object>(of: ComponentType<P>, props: P, lang: Lang): VNode;
}

/** There is none in browsers, nor where a view is tried alone: there, shared markup is drawn as any other. */
export const SharingContext = createContext<Sharing | null>(null);
/** The pieces met while shared markup is drawn, and what stands for each. */
export const OwnPieces = createContext<{ readonly mark: string; readonly pieces: VNode[] } | null>(null);

interface SharedProps<P extends object> {
  readonly of: ComponentType<P>;
  /** All that its markup depends on, in plain data: nothing of whoever reads it may be among them. */
  readonly props: P;
}

/** Markup that says the same to everybody, drawn once for each language. Inside, nothing knows the reader, but in `<Own>`. */
export const Shared = <P extends object>({ of, props }: SharedProps<P>) => {
  const [sharing, lang] = [useContext(SharingContext), useLang()];
  return sharing ? sharing.draw(of, props, lang) : h(of, props);
};

/** A piece of shared markup that each reader finds otherwise: drawn on every page, in the reader's own frame. */
export const Own = ({ children }: { readonly children: VNode }) => {
  const own = useContext(OwnPieces);
  if (!own) return children;
  own.pieces.push(children);
  return <>{own.mark}</>;
};
