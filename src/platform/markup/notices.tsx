import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.js';
import { useLang, useText } from './frame.js';
import { markupTexts } from './text.js';
import { timeText } from './time.js';

type Tone = 'info' | 'ok' | 'warn' | 'bad';

interface BadgeProps {
  /** `now` is the highlighter: you are here. */
  readonly kind?: Tone | 'plain' | 'now' | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** A state, in one or two words. */
export const Badge = ({ kind = 'plain', icon, children }: BadgeProps) => (
  <span class={kind === 'plain' ? 'badge' : `badge ${kind}`}>
    {icon && <Icon name={icon} />} {children}
  </span>
);

interface BannerProps {
  readonly kind?: Tone;
  readonly icon?: IconName;
  /** `status` is read out when it appears by itself; `alert` interrupts. */
  readonly role?: 'status' | 'alert';
  /** A link or a button that answers the message. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

const BANNER_ICON = { info: 'info', ok: 'check', warn: 'alert', bad: 'alert' } as const;

/** A message that belongs to the page and stays. */
export const Banner = ({ kind = 'info', icon = BANNER_ICON[kind], role, action, children }: BannerProps) => (
  <div class={kind === 'info' ? 'banner' : `banner ${kind}`} role={role}>
    <Icon name={icon} />
    <p>{children}</p>
    {action}
  </div>
);

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly level?: 'h2' | 'h3';
  /** The first step. */
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Says what will stand here, and the first step. */
export const Empty = ({ icon, title, level: Heading = 'h3', action, children }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} />
    <Heading>{title}</Heading>
    {children && <p>{children}</p>}
    {action}
  </div>
);

interface ProgressProps {
  readonly value: number;
  readonly max: number;
  /** A sentence that says the same: `3 étapes sur 4`. */
  readonly label: string;
}

export const Progress = ({ value, max, label }: ProgressProps) => (
  <progress value={value} max={max} aria-label={label}>
    {label}
  </progress>
);

/** What became of the last change; the autosave engine of `platform/browser` reports in these words. */
export type SaveWord = 'idle' | 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

const SAVE_LOOK = {
  idle: ['saved', 'check'],
  saved: ['saved', 'check'],
  unsaved: ['saved busy', 'sync'],
  saving: ['saved busy', 'sync'],
  offline: ['saved fail', 'alert'],
  conflict: ['saved fail', 'alert'],
  refused: ['saved fail', 'alert'],
} as const satisfies Record<SaveWord, readonly [string, IconName]>;

/** The autosave line. It is there from the start, so that a screen reader hears each change of it. */
export const SavedMark = ({ state, at }: { state: SaveWord; at?: Date | string | undefined }) => {
  const [t, lang] = [useText(markupTexts).saved, useLang()];
  const [look, icon] = SAVE_LOOK[state];
  const words = state !== 'saved' ? t[state] : at ? t.saved(timeText(lang, at, 'hour')) : t.idle;
  return (
    <span class={look} role="status">
      <Icon name={icon} /> {words}
    </span>
  );
};
