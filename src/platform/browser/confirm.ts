/** Buttons that commit others ask first: `data-confirm` is the question. Without a script the button acts at once. */
export function askBeforeActing(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-confirm]') : null;
    if (!button?.form || event.defaultPrevented) return;
    event.preventDefault();
    const { form } = button;
    ask(button, () => form.requestSubmit(button));
  });
}

function ask(button: HTMLButtonElement, act: () => void): void {
  const { confirm = '', consequence = '', action = '', keep = '' } = button.dataset;
  const dialog = element('dialog');
  const question = element('h2', confirm);
  const words = element('p', consequence, 'soft');
  const footer = element('footer');
  const stay = element('button', keep, 'btn');
  const go = element('button', action, button.classList.contains('danger') ? 'btn danger' : 'btn primary');
  question.id = 'confirm-question';
  words.id = 'confirm-consequence';
  dialog.setAttribute('aria-labelledby', question.id);
  if (consequence) dialog.setAttribute('aria-describedby', words.id);
  footer.append(stay, go);
  dialog.append(question, ...(consequence ? [words] : []), footer);
  stay.addEventListener('click', () => dialog.close());
  go.addEventListener('click', () => {
    dialog.close();
    act();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = '', look = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (look) made.className = look;
  return made;
}
