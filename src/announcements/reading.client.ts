/**
 * Looking at the board is having seen what is on it: the form that says so is sent by itself, once the page has been looked at
 * for a moment. What is new stays marked on this page, so that it can be found.
 */
const LOOKED_AT_MS = 2_000;

const form = document.querySelector<HTMLFormElement>('#reading');
if (form)
  setTimeout(() => {
    if (document.visibilityState !== 'visible') return;
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    void fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' })
      .then(() => form.remove())
      .catch(() => undefined);
  }, LOOKED_AT_MS);
