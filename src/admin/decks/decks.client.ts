/** Asks for the standing of the files again while some are waited for; on a page in the background, not until it is looked at. */
const EVERY_MS = 3_000;

async function renew(): Promise<void> {
  const standing = document.querySelector('#standing[data-renews]');
  if (!standing) return;
  if (!document.hidden) await replace(standing).catch(() => undefined);
  setTimeout(() => void renew(), EVERY_MS);
}

async function replace(standing: Element): Promise<void> {
  const response = await fetch(location.pathname, { headers: { accept: 'text/html' } });
  const answered = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#standing');
  // Signed out meanwhile, or the server is starting again: what stands here stays.
  if (!answered || standing.contains(document.activeElement)) return;
  standing.replaceWith(document.adoptNode(answered));
}

setTimeout(() => void renew(), EVERY_MS);
