import { type ComponentType, createContext, h, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../kernel/localised.js';
import { useLang } from './frame.js';
import { useViewAs, type ViewAs } from './view-as.js';

/** What shared markup may know of where it stands. */
export interface Surroundings {
  readonly lang: Lang;
  readonly viewAs: ViewAs;
}

export interface SharedProps<P extends object> {
  readonly of: ComponentType<P>;
  /** All that its markup depends on, in plain data: nothing of whoever reads it may be among them. */
  readonly props: P;
  /** Those of the props that were read from a file and never change: they are told apart by which they are, not by all they say. */
  readonly content?: readonly (keyof P & string)[];
}

/** Draws what is the same for everybody, and knows the parts of it that are not. */
export interface Sharing {
  draw<P extends object>(shared: SharedProps<P>, surroundings: Surroundings): VNode;
}

/** There is none in browsers, nor where a view is tried alone: there, shared markup is drawn as any other. */
export const SharingContext = createContext<Sharing | null>(null);
/** The pieces met while shared markup is drawn, and what stands for each. */
export const OwnPieces = createContext<{ readonly mark: string; readonly pieces: VNode[] } | null>(null);

/**
 * Markup that says the same to everybody, drawn once for each language, and for those who look through a student’s eyes.
 * Inside, nothing knows the reader, but in `<Own>`.
 */
export const Shared = <P extends object>(shared: SharedProps<P>) => {
  const [sharing, lang, viewAs] = [useContext(SharingContext), useLang(), useViewAs()];
  return sharing ? sharing.draw(shared, { lang, viewAs }) : h(shared.of, shared.props);
};

/** A piece of shared markup that each reader finds otherwise: drawn on every page, in the reader's own frame. */
export const Own = ({ children }: { readonly children: VNode }) => {
  const own = useContext(OwnPieces);
  if (!own) return children;
  own.pieces.push(children);
  return <>{own.mark}</>;
};
