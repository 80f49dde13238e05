import { SignInPage } from '../../src/auth/sign-in.view.js';
import { rendered } from './rendering.js';

it('lets the list of a demonstration’s accounts be scrolled by keyboard, and says what it is', () => {
  const list = [{ email: 'etu@attrait.example', name: 'Rosalie Nguyen', role: 'student' } as const];

  const page = rendered(<SignInPage next="/" accounts={{ password: 'attrait', list }} />);

  const region = page('.accounts li').closest('[tabindex=0]');
  expect([region.attr('role'), region.attr('aria-label')]).toEqual(['region', 'Comptes de la démonstration']);
});
