/** A form that comes back with problems is read from its summary. */
export function focusProblems(): void {
  document.querySelector<HTMLElement>('[data-problems]')?.focus();
}

/** A stopped upload must not leave its form dead: after so long a second click counts again. */
const PATIENCE_MS = { fields: 15_000, upload: 90_000 };

/** One click, one request. The server holds this by itself; this spares people the second page. */
export function sendOnce(): void {
  const sending = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();
  const release = (form: HTMLFormElement): void => {
    clearTimeout(sending.get(form));
    sending.delete(form);
    mark(form, 'ready');
  };
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post' || form.target) return;
    if (sending.has(form)) return event.preventDefault();
    const patience = form.enctype === 'multipart/form-data' ? PATIENCE_MS.upload : PATIENCE_MS.fields;
    sending.set(
      form,
      setTimeout(() => release(form), patience),
    );
    mark(form, 'sending');
  });
  addEventListener('pageshow', () => [...sending.keys()].forEach(release));
}

/** Marked, not disabled: a disabled button would lose the focus and its own value. */
function mark(form: HTMLFormElement, state: 'sending' | 'ready'): void {
  form.toggleAttribute('data-sending', state === 'sending');
  for (const button of form.querySelectorAll('button:not([type=button])')) {
    if (state === 'sending') button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** Asks before a page with unsent words is left, for forms marked `data-guard`. */
export function guardUnsaved(): void {
  const unsent = new Set(
    [...document.querySelectorAll<HTMLFormElement>('form[data-guard]')].filter((form) => form.querySelector('[data-problems]')),
  );
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-guard]') : null;
    if (form) unsent.add(form);
  });
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) unsent.delete(event.target as HTMLFormElement);
  });
  addEventListener('beforeunload', (event) => {
    if (unsent.size > 0) event.preventDefault();
  });
}
