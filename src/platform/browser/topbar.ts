/** The scheme button: the other of light and dark, remembered on this machine. Before that the system's holds. */
export function toggleTheme(): void {
  const root = document.documentElement;
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('[data-theme-toggle]'))) return;
    const shown = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    const chosen = shown === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = chosen;
    try {
      localStorage.setItem('attrait.theme', chosen);
    } catch {
      // Storage closed to us: the choice holds for this page.
    }
  });
}

/** Menus are `<details>`: a click elsewhere or Escape closes them, as people expect. */
export function closeMenus(): void {
  const openMenus = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll('details[data-menu][open]');
  document.addEventListener('click', ({ target }) => {
    for (const menu of openMenus()) if (!menu.contains(target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of openMenus()) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    }
  });
}
