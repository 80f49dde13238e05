/**
 * Markup: the frame and the pieces every page is made of. Not for what a page says: that stands in its room's views.
 * This file holds what each page knows of its surroundings; islands read the same in the browser.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../kernel/localised.js';
import type { Texts } from '../i18n/texts.js';
import type { CourseRole } from '../security/actor.js';

export interface FramePerson {
  /** Tells persons apart without naming them: a page must not go on for another one than it was made for. */
  readonly key: string;
  readonly name: string;
  readonly initials: string;
  readonly isAdmin: boolean;
  /** Whether single keys act: their own choice. */
  readonly hasShortcuts: boolean;
}

export interface Frame {
  readonly lang: Lang;
  /** Path and query of this page: where a change of language comes back to. */
  readonly path: string;
  /** Goes into every form, so that no other site can post in this person's name. */
  readonly formToken: string;
  readonly person: FramePerson | null;
  readonly course: { readonly slug: string; readonly title: string; readonly role: CourseRole } | null;
  readonly demonstration: boolean;
}

const FrameContext = createContext<Frame | null>(null);

export const FrameProvider = ({ frame, children }: { frame: Frame; children: ComponentChildren }) => (
  <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('This component was rendered outside a FrameProvider.');
  return frame;
}

export const useLang = (): Lang => useFrame().lang;

/** The texts of a room in the language of the page. */
export const useText = <T,>(texts: Texts<T>): T => texts[useLang()];
