import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../kernel/localised.js';
import type { Frame } from './frame.js';

/**
 * What a page says of itself to be marked in the navigation. Rooms add the words of their entries by declaring them here again, so that
 * a page may also name the entry of a room that it cannot import.
 */
export interface NavigationWords {
  readonly account: true;
}
export type NavigationWord = keyof NavigationWords;

export type Reader = Pick<Frame, 'person' | 'course'>;

/** One way in the navigation, declared by the room that owns the page it leads to. */
export interface NavigationEntry {
  readonly word: NavigationWord;
  /** In the reading direction: the lower, the sooner. The first of them leads home. */
  readonly order: number;
  readonly label: (lang: Lang) => string;
  /** Where it leads this reader; null where it is not for them. */
  readonly addressFor: (reader: Reader) => string | null;
}

/** The field in the top bar that asks a room’s page for some words. */
export interface SearchEntry extends Omit<NavigationEntry, 'order'> {
  /** In the empty field. */
  readonly placeholder: (lang: Lang) => string;
}

/** The ways of one page, for its reader, in its language. */
export interface Navigation {
  readonly bar: readonly Way[];
  readonly foot: readonly Way[];
  readonly search: (Way & { readonly placeholder: string }) | null;
}
export interface Way {
  readonly word: NavigationWord;
  readonly label: string;
  readonly href: string;
}

const NavigationContext = createContext<Navigation>({ bar: [], foot: [], search: null });

/** Beside the frame and not in it: islands are given the frame, and need no ways. */
export const NavigationProvider = ({ navigation, children }: { navigation: Navigation; children: ComponentChildren }) => (
  <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>
);

export const useNavigation = (): Navigation => useContext(NavigationContext);
