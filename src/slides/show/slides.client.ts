import Reveal, { type RevealApi } from 'reveal.js';
import { type DeckMessage, type DeckState, messageFrom, PROJECTION, sameState } from '../../decks/channel.shared.js';
import { type DeckAddress, deckAddress, deckQuery, slideHash } from '../../decks/deck-address.shared.js';
import { DeckBookmark, readingView, slidesView } from './deck-bookmark.js';

const root = document.documentElement;
const isProjected = window.name === PROJECTION;
/** In the page of a unit, which leads to the deck itself for reading. */
const isFramed = window.top !== window;
const narrow = matchMedia('(width < 40rem)');
const address = deckAddress(location);
/** Whose address says where to begin does not begin elsewhere. */
const isPlaced = location.hash.length > 1;
const bookmark = address && !isProjected ? new DeckBookmark(address) : null;
const stage = document.querySelector<HTMLElement>('.reveal');
if (address && !isProjected) leadBack(address);
if (stage && narrow.matches && !isFramed && address?.view !== 'print') readInstead(stage);
else if (stage) void run(stage);

/** On a phone held upright a slide is the size of a stamp: it stays a page to read, and becomes slides when the phone is turned. */
function readInstead(element: HTMLElement): void {
  root.classList.add('deck-read');
  const view = readingView(element);
  const [, slide] = /^#\/(\d+)/.exec(location.hash) ?? [];
  if (slide) view.goTo(Number(slide));
  // Wide diagrams and tables scroll by themselves, by keyboard too.
  for (const wide of element.querySelectorAll<HTMLElement>('figure, table, pre'))
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  void bookmark?.follow(view, isPlaced);
  const turn = (): void => {
    history.replaceState(null, '', location.pathname + location.search + slideHash(view.at().h));
    void run(element);
  };
  narrow.addEventListener('change', turn, { once: true });
}

async function run(element: HTMLElement): Promise<void> {
  keepOwnSettings();
  root.classList.add('deck-runs');
  root.classList.toggle('framed', isFramed);
  root.classList.toggle('projected', isProjected);
  const deck = new Reveal(element, {
    width: 1280,
    height: 720,
    margin: 0,
    center: false,
    slideNumber: 'c/t',
    transition: 'none',
    backgroundTransition: 'none',
    // It would make a stack of stamps of the slides on a phone.
    scrollActivationWidth: 0,
    hash: true,
    hashOneBasedIndex: true,
    controlsTutorial: false,
    help: false,
    pdfSeparateFragments: false,
    // No other page may drive the deck: the presenter’s page does, over a channel that no other site can enter.
    postMessage: false,
    postMessageEvents: false,
    // On keyboards where ? needs no Shift, reveal.js takes it for the black screen.
    keyboardCondition: (event: KeyboardEvent) => event.key !== '?' && !document.querySelector('dialog[open]'),
  });
  // On paper no slide is away from the reader.
  deck.on('pdf-ready', () => element.querySelectorAll('section').forEach((section) => section.removeAttribute('aria-hidden')));
  await deck.initialize();
  // It would tell screen readers to leave the reading of the slides to us.
  element.removeAttribute('role');
  speakTheLanguage(element);
  openLinksApart(element);
  helpWithKeys();
  followThePresenter(deck, element.dataset['channel'] ?? '');
  void bookmark?.follow(slidesView(deck), isPlaced);
}

/** Whoever came from the unit’s page in their course goes back there; those who teach have no course in the address, only that page behind them. */
function leadBack({ course, unit }: DeckAddress): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-to-unit]');
  const behind = document.referrer.startsWith(`${location.origin}/`) ? new URL(document.referrer).pathname : '';
  const page = course ? `/courses/${course}/units/${unit}` : behind;
  if (!link || !/^\/courses\/[a-z\d-]+\/units\/[a-z\d-]+$/.test(page)) return;
  link.href = page;
  link.textContent = link.dataset['toUnit'] ?? '';
}

/** reveal.js takes any of its settings from the address, `postMessage=true` among them: only view and course are for a link to choose. */
function keepOwnSettings(): void {
  const query = address ? deckQuery(address) : '';
  if (location.search !== query) history.replaceState(null, '', location.pathname + query + location.hash);
}

/** The buttons reveal.js makes speak English; their words stand on the deck in its page’s language. */
function speakTheLanguage({ dataset }: HTMLElement): void {
  const words = { left: dataset['previous'], right: dataset['next'], up: dataset['above'], down: dataset['below'] };
  for (const [side, label] of Object.entries(words)) document.querySelector(`.navigate-${side}`)?.setAttribute('aria-label', label ?? '');
  for (const button of document.querySelectorAll('.resume-button')) button.textContent = dataset['resume'] ?? '';
}

/** A link to elsewhere would put that page on the wall in the deck’s place. */
function openLinksApart(element: HTMLElement): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>('.slides a[href^="http"]')) link.target = '_blank';
}

function helpWithKeys(): void {
  const help = document.querySelector<HTMLDialogElement>('#deck-help');
  const open = (): void => help?.showModal();
  document.querySelector('[data-help]')?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || help?.open) return;
    event.preventDefault();
    open();
  });
}

function followThePresenter(deck: RevealApi, name: string): void {
  if (!name || !('BroadcastChannel' in window)) return;
  const channel = new BroadcastChannel(name);
  const from = isProjected ? 'projection' : 'deck';
  const state = (): DeckState => {
    const { indexh, indexv, indexf, paused, overview } = deck.getState() as RevealState;
    return { indexh, indexv: indexv ?? 0, f: indexf ?? -1, paused, overview };
  };
  const say = (message: DeckMessage): void => channel.postMessage(message);
  const announce = (): void => say({ kind: 'state', from, ...state() });

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = messageFrom(data);
    if (message?.from !== 'presenter') return;
    if (message.kind === 'hello') announce();
    else if (!sameState(message, state())) deck.setState({ ...message, indexf: message.f });
  });
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed', 'overviewshown', 'overviewhidden'])
    deck.on(event, announce);
  say({ kind: 'hello', from });
}

interface RevealState {
  readonly indexh: number;
  readonly indexv?: number;
  readonly indexf?: number;
  readonly paused: boolean;
  readonly overview: boolean;
}
