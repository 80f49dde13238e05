import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameProvider } from './frame.js';
import { type Navigation, NavigationProvider } from './navigation.js';

/** A page as the text of an HTML document, rendered in its frame; one without bar and footer needs no navigation. */
export const documentOf = (page: VNode, frame: Frame, navigation?: Navigation): string => {
  const shown = navigation ? <NavigationProvider navigation={navigation}>{page}</NavigationProvider> : page;
  return `<!doctype html>${renderToString(<FrameProvider frame={frame}>{shown}</FrameProvider>)}`;
};
