import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Person } from '../people/index.js';

/** Runs the password strategy on the sign-in route. A failure is not an error here: the page is shown again with what was typed. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<P = Person | null>(error: Error | null, person: Person | false): P {
    if (error) throw error;
    return (person || null) as P;
  }

  override getAuthenticateOptions() {
    return { session: false };
  }
}
