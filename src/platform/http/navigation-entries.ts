import { Injectable } from '@nestjs/common';
import type { Frame } from '../markup/frame.js';
import type { Navigation, NavigationEntry, SearchEntry, Way } from '../markup/navigation.js';

/** Where rooms declare the ways to their pages, each when its module is made. */
@Injectable()
export class NavigationEntries {
  private readonly bar: NavigationEntry[] = [];
  private readonly foot: NavigationEntry[] = [];
  private search: SearchEntry | undefined;

  addToBar(...entries: readonly NavigationEntry[]): void {
    this.bar.push(...entries);
    this.bar.sort(inOrder);
  }

  addToFoot(...entries: readonly NavigationEntry[]): void {
    this.foot.push(...entries);
    this.foot.sort(inOrder);
  }

  /** There is room for one: throws where there is another, a mistake in the program. */
  offerSearch(entry: SearchEntry): void {
    if (this.search) throw new Error('The top bar has a search already.');
    this.search = entry;
  }

  /** What this reader finds, in the language of the page. */
  navigationOf(frame: Pick<Frame, 'lang' | 'person' | 'course'>): Navigation {
    const { search } = this;
    const way = search && wayOf(search, frame);
    return {
      bar: waysOf(this.bar, frame),
      foot: waysOf(this.foot, frame),
      search: way ? { ...way, placeholder: search.placeholder(frame.lang) } : null,
    };
  }
}

const inOrder = (one: NavigationEntry, other: NavigationEntry): number => one.order - other.order;

const waysOf = (entries: readonly NavigationEntry[], frame: Pick<Frame, 'lang' | 'person' | 'course'>): Way[] =>
  entries.map((entry) => wayOf(entry, frame)).filter((way) => way !== null);

function wayOf({ word, label, addressFor }: Omit<NavigationEntry, 'order'>, frame: Pick<Frame, 'lang' | 'person' | 'course'>): Way | null {
  const href = addressFor(frame);
  return href === null ? null : { word, label: label(frame.lang), href };
}
