import type { JSX } from 'preact';

/** Every icon is drawn on 24 × 24, in strokes of the text's own colour. */
const SHAPES = {
  alert: () => <path d="M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.1" />,
  bell: () => <path d="M6 16.5V11a6 6 0 0112 0v5.5l1.5 2h-15zM10 21h4" />,
  check: () => <path d="M4.5 12.5l5 5 10-11" />,
  clock: () => round('M12 7.5V12l3 2'),
  cross: () => <path d="M6 6l12 12M18 6L6 18" />,
  down: () => <path d="M6 9l6 6 6-6" />,
  download: () => <path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 19.5h15" />,
  embed: () => <path d="M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14" />,
  external: () => <path d="M14 4.5h5.5V10M19.5 4.5L11 13M17 14v5.5H4.5V7H10" />,
  eye: () => (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  'eye-off': () => (
    <path d="M4 4l16 16M9.5 6A9 9 0 0112 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 01-3 3.7M6 8a15 15 0 00-3.5 4S6 18.5 12 18.5c1.3 0 2.5-.3 3.5-.8" />
  ),
  file: () => <path d="M6.5 3.5h7l4.5 4.5v12.5h-11.5zM13.5 3.5V8H18" />,
  history: () => <path d="M4 12a8 8 0 108-8 8 8 0 00-6.5 3.5M5 3.5v4.5h4.5M12 8v4.5l3 2" />,
  info: () => round('M12 11v5.5M12 7.6v.1'),
  keyboard: () => (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <path d="M6 10h.1M10 10h.1M14 10h.1M18 10h.1M7.5 14h9" />
    </>
  ),
  left: () => <path d="M19 12H5M11 6l-6 6 6 6" />,
  link: () => <path d="M10 14a4 4 0 006 .4l3-3a4 4 0 00-5.7-5.7L12 7M14 10a4 4 0 00-6-.4l-3 3a4 4 0 005.7 5.7L12 17" />,
  lock: () => (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
      <path d="M8 10.5V8a4 4 0 018 0v2.5" />
    </>
  ),
  mail: () => (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M4 7l8 6 8-6" />
    </>
  ),
  message: () => <path d="M4 5h16v11H11l-4.5 4v-4H4z" />,
  more: () => <path d="M6 12h.1M12 12h.1M18 12h.1" stroke-width="3" />,
  pass: () => (
    <>
      <circle cx="8" cy="12" r="4.2" />
      <path d="M12.2 12H21M17.5 12v3.5M20.5 12v2.5" />
    </>
  ),
  people: () => (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.5 19.5c.6-4 3.2-6 6.5-6s5.9 2 6.5 6M15.5 5.3a3.5 3.5 0 010 6.4M18 14c2 .8 3.2 2.7 3.5 5.5" />
    </>
  ),
  plus: () => <path d="M12 5v14M5 12h14" />,
  right: () => <path d="M5 12h14M13 6l6 6-6 6" />,
  scan: () => (
    <path d="M4 8.5V5.5A1.5 1.5 0 015.5 4h3M15.5 4h3A1.5 1.5 0 0120 5.5v3M20 15.5v3a1.5 1.5 0 01-1.5 1.5h-3M8.5 20h-3A1.5 1.5 0 014 18.5v-3M4 12h16" />
  ),
  school: () => <path d="M2.5 9.5L12 5l9.5 4.5L12 14zM6 11.5V16c2 2.2 10 2.2 12 0v-4.5M21.5 9.5V15" />,
  search: () => (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="M16 16l4.5 4.5" />
    </>
  ),
  slides: () => (
    <>
      <rect x="3.5" y="4.5" width="17" height="11.5" rx="1.5" />
      <path d="M12 16v4M8 20h8" />
    </>
  ),
  sync: () => <path d="M19.5 12a7.5 7.5 0 01-13.5 4.5M4.5 12A7.5 7.5 0 0118 7.5M18 3.5v4h-4M6 20.5v-4h4" />,
  theme: () => (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5v17a8.5 8.5 0 000-17z" fill="currentColor" />
    </>
  ),
  tool: () => (
    <path d="M14.5 6.5a4 4 0 015-1.5l-2.7 2.7 1.5 1.5L21 6.5a4 4 0 01-5.2 5.2l-7.6 7.6a2 2 0 01-2.9-2.9l7.6-7.6a4 4 0 011.6-2.3z" />
  ),
  undo: () => <path d="M9 5L4.5 9.5 9 14M4.5 9.5H14a5.5 5.5 0 010 11h-3" />,
  up: () => <path d="M12 19V6M6.5 11.5L12 6l5.5 5.5" />,
  upload: () => <path d="M12 16V5M7.5 9.5L12 5l4.5 4.5M4.5 19.5h15" />,
} satisfies Record<string, () => JSX.Element>;

export type IconName = keyof typeof SHAPES;

/** Decorative by itself: the word beside it, or the label of its button, says what it means. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    {SHAPES[name]()}
  </svg>
);

const round = (inside: string) => (
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d={inside} />
  </>
);
