import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from '../../platform/http/form-token.shared.js';

/** What of the page says where somebody is, by name: it is exchanged after a mark, and everything else stays as it was. */
const PARTS = '[data-mark]';

document.addEventListener('submit', (event) => void mark(event), { capture: true });
document.addEventListener('click', noteOpened);
document.addEventListener('auxclick', noteOpened);

/** Marks without leaving the page. Where that does not work, the form is sent as it is without a script. */
async function mark(event: SubmitEvent): Promise<void> {
  const form = event.target instanceof HTMLFormElement ? event.target : null;
  if (!form?.matches('.mark-form')) return;
  event.preventDefault();
  const item = form.closest<HTMLElement>(PARTS)?.dataset['mark'];
  const page = await answerTo(form).catch(() => null);
  if (!page || !item) return form.submit();
  for (const part of document.querySelectorAll<HTMLElement>(PARTS)) {
    const now = page.querySelector(`[data-mark="${CSS.escape(part.dataset['mark'] ?? '')}"]`);
    if (now) part.replaceWith(now);
  }
  document.querySelector<HTMLElement>(`[data-mark="${CSS.escape(item)}"] button`)?.focus();
}

async function answerTo(form: HTMLFormElement): Promise<Document | null> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const response = await fetch(form.action, { method: 'POST', body });
  const isPage = response.ok && response.url.startsWith(location.origin + location.pathname);
  return isPage ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
}

/** A reading lies elsewhere: that its link was followed is told to the course alone, and to nobody there. */
function noteOpened({ target, button }: MouseEvent): void {
  const link = target instanceof Element ? target.closest<HTMLElement>('a[data-opens]') : null;
  const token = document.querySelector<HTMLInputElement>(`input[name="${FORM_TOKEN_FIELD}"]`)?.value;
  if (!link || !token || button > 1) return;
  const headers = { accept: 'application/json', [FORM_TOKEN_HEADER]: token };
  void fetch(link.dataset['opens'] ?? '', { method: 'POST', headers, keepalive: true }).catch(() => undefined);
}
