/** Turns the links to the parts of a submission into tabs: one part at a time. Without it all parts stand below one another. */
const nav = document.querySelector<HTMLElement>('nav[data-tabs]');
const tabs = [...(nav?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
const panelOf = (tab: HTMLAnchorElement): HTMLElement | null => document.getElementById(tab.hash.slice(1));

function choose(chosen: HTMLAnchorElement): void {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    panelOf(tab)?.toggleAttribute('hidden', !isChosen);
  }
  panelOf(chosen)?.parentElement?.scrollTo({ top: 0 });
}

function move(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = step && tabs[(tabs.indexOf(event.target as HTMLAnchorElement) + step + tabs.length) % tabs.length];
  if (!next) return;
  event.preventDefault();
  choose(next);
  next.focus();
}

nav?.setAttribute('role', 'tablist');
for (const tab of tabs) {
  tab.setAttribute('role', 'tab');
  tab.id = `tab-${tab.hash.slice(1)}`;
  tab.setAttribute('aria-controls', tab.hash.slice(1));
  const panel = panelOf(tab);
  panel?.setAttribute('role', 'tabpanel');
  panel?.setAttribute('aria-labelledby', tab.id);
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    choose(tab);
  });
}
nav?.addEventListener('keydown', move);
const first = tabs.find((tab) => tab.hash === location.hash) ?? tabs[0];
if (first) choose(first);

export {};
