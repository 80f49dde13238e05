import type { ComponentType } from 'preact';
import type { Readable } from 'node:stream';

/** What a handler answers: a value. Only the interceptor touches the response. */
export type Reply = PageReply | DocumentReply | RedirectReply | JsonReply | FileReply | FeedReply | LiveReply | PublicReply;

export interface PageReply {
  readonly kind: 'page';
  readonly view: ComponentType<never>;
  readonly props: object;
  readonly status: number;
  /** How long to wait before asking again, in seconds: beside a 503. */
  readonly retryAfter?: number;
}
/** A whole HTML document that was written without a frame, for this reader alone. */
export interface DocumentReply {
  readonly kind: 'document';
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}
export interface RedirectReply {
  readonly kind: 'redirect';
  readonly to: string;
}
export interface JsonReply {
  readonly kind: 'json';
  readonly value: unknown;
  readonly status: number;
}
export interface FileReply {
  readonly kind: 'file';
  readonly name: string;
  readonly mediaType: string;
  readonly body: Readable | string;
  readonly size?: number;
  /** Quoted. The file is the same for everybody: it may be kept, and is not sent to whoever has it. */
  readonly etag?: string;
  /** `inline` is for pictures of ours alone: what somebody uploaded is always an attachment. */
  readonly disposition: 'attachment' | 'inline';
}

/** What a program of one reader fetches again and again: a feed, a calendar. Where it has this state of it, it is told so. */
export interface FeedReply {
  readonly kind: 'feed';
  readonly mediaType: string;
  readonly body: string;
}

/** Events about a topic, for as long as the other side listens. */
export interface LiveReply {
  readonly kind: 'live';
  readonly topic: string;
}

/** An answer that is the same for everybody: it is compressed once and kept in front of the framework. */
export interface PublicReply {
  readonly kind: 'public';
  readonly mediaType: string;
  readonly body: string | Buffer;
  /** Quoted, and changing with the content. */
  readonly etag: string;
  /** What this kind of page needs beyond the common headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const page = <P extends object>(view: ComponentType<P>, props: P, status = 200): PageReply => ({
  kind: 'page',
  view: view as ComponentType<never>,
  props,
  status,
});
export const htmlDocument = (body: string, headers: DocumentReply['headers']): DocumentReply => ({ kind: 'document', body, headers });
/** Not yet, but soon: the page says what is being made. */
export const comeBack = <P extends object>(view: ComponentType<P>, props: P, seconds: number): PageReply => ({
  ...page(view, props, 503),
  retryAfter: seconds,
});
/** After a form has done its work: the browser asks for the result with a GET. */
export const seeOther = (to: string): RedirectReply => ({ kind: 'redirect', to });
export const json = (value: unknown, status = 200): JsonReply => ({ kind: 'json', value, status });
/** A download, always as an attachment. */
export const file = (reply: Omit<FileReply, 'kind' | 'disposition'>): FileReply => ({ kind: 'file', disposition: 'attachment', ...reply });
/** A picture that is part of a page. */
export const inline = (reply: Pick<FileReply, 'mediaType' | 'body'>): FileReply => ({
  kind: 'file',
  disposition: 'inline',
  name: '',
  ...reply,
});
export const feed = (mediaType: string, body: string): FeedReply => ({ kind: 'feed', mediaType, body });
export const liveStream = (topic: string): LiveReply => ({ kind: 'live', topic });
export const sameForAll = (reply: Omit<PublicReply, 'kind'>): PublicReply => ({ kind: 'public', ...reply });
