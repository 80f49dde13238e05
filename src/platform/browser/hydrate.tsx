import { type ComponentType, hydrate } from 'preact';
import { type Frame, FrameProvider } from '../markup/frame.js';

/** Wakes up every rendering of an island on this page, in the frame it was rendered in. The build calls it, once an island. */
export function hydrateIslands<P extends object>(name: string, Component: ComponentType<P>): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const props = JSON.parse(place.dataset['props'] ?? '{}') as P;
    const frame = JSON.parse(place.dataset['frame'] ?? '{}') as Frame;
    hydrate(
      <FrameProvider frame={frame}>
        <Component {...props} />
      </FrameProvider>,
      place,
    );
    place.dataset['awake'] = 'yes';
  }
}
