import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameProvider } from './frame.js';
import { type Navigation, NavigationProvider } from './navigation.js';
import { SharedMarkup } from './shared-markup.js';
import { SharingContext } from './shared.js';

const shared = new SharedMarkup();

/**
 * A page as the text of an HTML document, rendered in its frame around what every reader is shown alike; one without bar and
 * footer needs no navigation.
 */
export const documentOf = (page: VNode, frame: Frame, navigation?: Navigation): string => {
  const shown = navigation ? <NavigationProvider navigation={navigation}>{page}</NavigationProvider> : page;
  return `<!doctype html>${renderToString(
    <SharingContext.Provider value={shared}>
      <FrameProvider frame={frame}>{shown}</FrameProvider>
    </SharingContext.Provider>,
  )}`;
};
