/** Runs in the head, before the first paint: the scheme chosen here before, and the word that a script is at work. */
const root = document.documentElement;
root.classList.add('js');
try {
  const chosen = localStorage.getItem('attrait.theme');
  if (chosen === 'light' || chosen === 'dark') root.dataset['theme'] = chosen;
} catch {
  // Storage may be closed to us (private window, policy): the system's scheme it is.
}

export {};
