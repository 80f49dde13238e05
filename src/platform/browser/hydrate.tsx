import { type ComponentType, hydrate } from 'preact';
import { type Frame, FrameProvider } from '../markup/frame.js';

/** Wakes up every rendering of an island on this page, in the frame it was rendered in. The build calls it, once an island. */
export function hydrateIslands<P extends object>(name: string, Component: ComponentType<P>): void {
  for (const root of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const props = JSON.parse(root.dataset['props'] ?? '{}') as P;
    const frame = JSON.parse(root.dataset['frame'] ?? '{}') as Frame;
    hydrate(
      <FrameProvider frame={frame}>
        <Component {...props} />
      </FrameProvider>,
      root,
    );
    root.dataset['awake'] = 'yes';
  }
}
