import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameProvider } from './frame.js';

/** A page as the text of an HTML document, rendered in its frame. */
export const documentOf = (page: VNode, frame: Frame): string =>
  `<!doctype html>${renderToString(<FrameProvider frame={frame}>{page}</FrameProvider>)}`;
