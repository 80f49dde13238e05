/** How often the time is said aloud: a voice each second would cover the class. */
const SAID_EVERY_MINUTES = 5;

/** Counts from now on the speaker’s page; its button starts again from zero. */
export function startTimer(minutesWords: string): void {
  const shown = document.querySelector('[data-timer]');
  const status = document.querySelector('[data-status]');
  let startedAt = performance.now();
  let said = 0;

  const tick = (): void => {
    const seconds = Math.floor((performance.now() - startedAt) / 1000);
    if (shown) shown.textContent = clockText(seconds);
    const minutes = Math.floor(seconds / 60);
    if (minutes >= said + SAID_EVERY_MINUTES) {
      said = minutes - (minutes % SAID_EVERY_MINUTES);
      if (status) status.textContent = minutesWords.replace('{}', String(said));
    }
  };
  document.querySelector('[data-restart]')?.addEventListener('click', () => {
    [startedAt, said] = [performance.now(), 0];
    tick();
  });
  setInterval(tick, 1000);
}

/** `47:12`, then `1:02:05`. */
export function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
